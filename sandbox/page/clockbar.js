// The sandbox's clock on the top: what time it is and how to move it forward.

import * as api from "./api.js";
import { el, icon, popover } from "./dom.js";
import { exact, fullDate, localInput, span, time, weekday, zoneCity } from "./format.js";
import { toast } from "./notices.js";

const TICK_MS = 1000;
const NOTICEABLE_SECONDS = 60;
const DAY = 86_400;

export class ClockBar {
  #close = null;

  constructor(root, banner, store, toasts) {
    this.store = store;
    this.banner = banner;
    this.toasts = toasts;
    this.time = el("b", {});
    this.date = el("span", {});
    this.face = el("button", { type: "button", class: "clock-face", "aria-haspopup": "dialog", "aria-expanded": "false", title: "Перевести часы", on: { click: () => (this.#close ? this.#close() : this.#open()) } },
      icon("clock", 20), this.time, this.date, icon("down", 16));
    root.append(el("div", { class: "clock-holder" }, this.face),
      this.#quick("+1\u00a0час", "hour"), this.#quick("Следующее рабочее утро", "next_working_morning", "sunrise"));
    setInterval(() => this.draw(), TICK_MS);
  }

  draw() {
    const now = this.store.now();
    const day = `${weekday(now)}, ${fullDate(now)}`;
    set(this.time, time(now));
    set(this.date, day);
    this.face.setAttribute("aria-label", `Часы песочницы: ${time(now)}, ${day}, ${zoneCity()}. Перевести`);
    const moved = this.store.clock.moved_seconds;
    this.banner.hidden = moved < NOTICEABLE_SECONDS;
    if (!this.banner.hidden) {
      const real = exact(new Date(now.getTime() - moved * 1000));
      set(this.banner, `Часы песочницы впереди настоящих на ${span(moved)}. Настоящее время: ${real}.`);
    }
  }

  #quick(label, move, mark = null) {
    return el("button", { type: "button", class: "quick", on: { click: () => this.#move(move) } }, mark && icon(mark, 20), label);
  }

  async #move(move) {
    try {
      this.store.setClock(await api.moveClock(move));
      this.#close?.();
      toast(this.toasts, `На часах ${exact(this.store.now())}`);
    } catch (error) {
      toast(this.toasts, error.message, "error");
    }
  }

  #open() {
    const moment = el("input", { type: "datetime-local", required: true, value: localInput(this.store.now()), min: localInput(this.store.now()), "aria-label": "Дата и время" });
    const form = el("form", { class: "clock-form" }, el("label", {}, `Дата и время (${zoneCity()})`, moment), el("button", { type: "submit", class: "primary" }, "Перевести"));
    form.noValidate = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (moment.value) this.#move({ to: moment.value });
    });
    const panel = el("div", { class: "clock-panel", role: "dialog", "aria-label": "Перевести часы" },
      el("h2", {}, "Перевести часы вперёд"),
      el("div", { class: "clock-steps" }, this.#quick("+1\u00a0час", "hour"), this.#quick("+1\u00a0день", { seconds: DAY }), this.#quick("+1\u00a0неделя", { seconds: 7 * DAY }), this.#quick("Следующее рабочее утро", "next_working_morning", "sunrise")),
      form,
      el("p", {}, "Всё, что к этому времени должно случиться, бот сделает сразу. Назад часы не идут."));
    this.#close = popover(this.face, panel, { onclose: () => (this.#close = null) });
    moment.focus();
  }
}

/** Writes only a change, so that a reader of the screen is not told the same every second. */
function set(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
