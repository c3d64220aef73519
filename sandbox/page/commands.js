// The bot's commands as the person sees them: the list over the composer, narrowed by what is typed.

import * as api from "./api.js";
import { el } from "./dom.js";

export class CommandList {
  #commands = [];
  #found = [];
  #active = 0;
  #asked = 0;

  /** `choose(command)` gets «/help». */
  constructor(choose) {
    this.choose = choose;
    this.element = el("div", { class: "commands", role: "listbox", "aria-label": "Команды бота", hidden: true });
  }

  get open() {
    return !this.element.hidden;
  }

  /** Ask the bot's list again (it follows the person's roles) and show what begins with `typed`. */
  async show(person, bot, typed = "/") {
    const turn = ++this.#asked;
    this.#commands = await api.commands(person, bot);
    if (turn === this.#asked) this.narrow(typed);
  }

  narrow(typed) {
    const wanted = typed.slice(1).toLowerCase();
    this.#found = this.#commands.filter(({ command }) => command.startsWith(wanted));
    this.#active = 0;
    this.#draw(wanted);
  }

  close() {
    this.#asked += 1;
    this.element.hidden = true;
  }

  /** True when the key was for the list. */
  key(event) {
    if (!this.open) return false;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.#move(1);
    else if (event.key === "ArrowUp") this.#move(-1);
    else if ((event.key === "Enter" || event.key === "Tab") && this.#found.length) this.#choose(this.#found[this.#active]);
    else return false;
    event.preventDefault();
    return true;
  }

  #move(step) {
    if (!this.#found.length) return;
    this.#active = (this.#active + step + this.#found.length) % this.#found.length;
    Array.from(this.element.children).forEach((node, index) => node.setAttribute("aria-selected", String(index === this.#active)));
    this.element.children[this.#active]?.scrollIntoView({ block: "nearest" });
  }

  #choose({ command }) {
    this.close();
    this.choose(`/${command}`);
  }

  #draw(wanted) {
    const empty = el("p", { class: "commands-empty" }, "У бота нет команд для этого человека.");
    if (!this.#found.length && wanted) return this.close();
    this.element.hidden = false;
    this.element.replaceChildren(...(this.#found.length ? this.#found.map((item, index) => this.#row(item, index)) : [empty]));
    return null;
  }

  #row(item, index) {
    return el("button", { type: "button", class: "command-row", role: "option", tabindex: -1, "aria-selected": String(index === 0), on: { click: () => this.#choose(item) } },
      el("b", {}, `/${item.command}`), el("span", {}, item.description));
  }
}
