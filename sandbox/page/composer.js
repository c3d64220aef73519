// Writing: text of several lines, a reply, files and albums, the command list, the bot's reply keyboard.

import { CommandList } from "./commands.js";
import { el, icon, iconButton } from "./dom.js";
import { plural, size } from "./format.js";
import { snippet } from "./message.js";

const MAX_HEIGHT = 180;
const MAX_FILES = 10;
const isTouch = matchMedia("(pointer: coarse)");

export class Composer {
  #files = [];
  #reply = null;
  #keyboard = null;
  #place = null;
  #drafts = new Map();

  /** `actions`: {sendText(text, replyTo), sendFiles({files, caption, asDocument, replyTo}), start(), unblock(), say(text)} */
  constructor(actions) {
    this.actions = actions;
    this.commands = new CommandList((command) => this.#sendText(command));
    this.input = el("textarea", { rows: 1, placeholder: "Сообщение", "aria-label": "Сообщение", autocomplete: "off", enterkeyhint: isTouch.matches ? "enter" : "send" });
    this.picker = el("input", { type: "file", multiple: true, hidden: true, "aria-hidden": "true", tabindex: -1 });
    this.attach = iconButton("clip", "Прикрепить файлы", () => this.picker.click());
    this.slash = iconButton("slash", "Команды бота", () => this.#toggleCommands(), { "aria-haspopup": "listbox" });
    this.keys = iconButton("keyboard", "Клавиатура бота", () => this.#toggleKeyboard());
    this.submit = el("button", { type: "submit", class: "round send", "aria-label": "Отправить", title: "Отправить" }, icon("send"));
    this.tray = el("div", { class: "tray", hidden: true });
    this.replyBar = el("div", { class: "reply-bar", hidden: true });
    this.replyKeyboard = el("div", { class: "reply-keyboard", role: "group", "aria-label": "Клавиатура бота", hidden: true });
    this.form = el("form", { class: "composer" }, this.replyBar, this.tray,
      el("div", { class: "composer-line" }, this.attach, this.input, this.keys, this.slash, this.submit));
    this.big = el("button", { type: "button", class: "big-action" });
    this.element = el("div", { class: "compose-area" }, this.commands.element, this.form, this.replyKeyboard, this.big, this.picker);
    this.#listen();
  }

  /** Which chat is written to. `mode`: write, start, blocked or read (with its sentence). */
  show(place, mode, keyboard) {
    const key = place.key;
    if (this.#place?.key !== key) this.#changePlace(place);
    this.#place = place;
    this.form.hidden = mode !== "write";
    this.big.hidden = mode === "write";
    this.big.disabled = mode === "read";
    this.big.textContent = { start: "Начать", blocked: "Разблокировать", read: "В канал пишут только администраторы" }[mode] ?? "";
    this.big.onclick = mode === "start" ? this.actions.start : this.actions.unblock;
    this.slash.hidden = !place.bot;
    this.#setKeyboard(mode === "write" ? keyboard : null);
  }

  reply(message) {
    this.#reply = message;
    this.#drawReply();
    this.input.focus();
  }

  /** Files dropped or pasted into the pane. */
  add(files) {
    const room = MAX_FILES - this.#files.length;
    if (files.length > room) this.actions.say(`В альбоме не больше ${plural(MAX_FILES, "файла", "файлов", "файлов")}: лишние не взяты.`);
    this.#files.push(...Array.from(files).slice(0, room));
    this.#drawTray();
    this.input.focus();
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("paste", (event) => {
      if (event.clipboardData?.files.length) {
        event.preventDefault();
        this.add(event.clipboardData.files);
      }
    });
    this.picker.addEventListener("change", () => {
      this.add(this.picker.files);
      this.picker.value = "";
    });
    document.addEventListener("pointerdown", (event) => {
      if (this.commands.open && !this.element.contains(event.target)) this.commands.close();
    });
  }

  #changePlace(place) {
    if (this.#place) this.#drafts.set(this.#place.key, this.input.value);
    this.input.value = this.#drafts.get(place.key) ?? "";
    this.#files = [];
    this.#reply = null;
    this.#drawTray();
    this.#drawReply();
    this.commands.close();
    this.#grow();
  }

  #key(event) {
    if (this.commands.key(event)) return;
    if (event.key === "Escape" && this.#reply) {
      this.#reply = null;
      this.#drawReply();
    }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || (isTouch.matches && !event.ctrlKey)) return;
    event.preventDefault();
    this.#submit();
  }

  #typed() {
    this.#grow();
    const typed = this.input.value;
    if (!/^\/[a-z0-9_]*$/i.test(typed) || !this.#place.bot) this.commands.close();
    else if (this.commands.open) this.commands.narrow(typed);
    else this.#showCommands(typed);
  }

  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, MAX_HEIGHT)}px`;
    this.input.classList.toggle("scrolls", this.input.scrollHeight > MAX_HEIGHT);
    this.submit.classList.toggle("ready", Boolean(this.input.value.trim() || this.#files.length));
  }

  #showCommands(typed) {
    return this.commands.show(this.#place.person, this.#place.bot, typed).catch((error) => this.actions.say(error.message, "error"));
  }

  #toggleCommands() {
    if (this.commands.open) return this.commands.close();
    this.input.focus();
    return this.#showCommands("/");
  }

  async #submit() {
    const text = this.input.value.trim();
    if (!this.#files.length) return text && this.#sendText(this.input.value);
    const files = this.#files;
    const asDocument = this.tray.querySelector("input")?.checked ?? false;
    return this.#deliver(() => this.actions.sendFiles({ files, caption: text, asDocument, replyTo: this.#reply?.message_id }));
  }

  #sendText(text) {
    return this.#deliver(() => this.actions.sendText(text, this.#reply?.message_id));
  }

  /** The field is emptied only after the sandbox took the message. */
  async #deliver(send) {
    this.submit.disabled = true;
    try {
      await send();
      this.input.value = "";
      this.#files = [];
      this.#reply = null;
      this.#drawTray();
      this.#drawReply();
      this.commands.close();
      this.#grow();
    } catch (error) {
      this.actions.say(error.message, "error");
    } finally {
      this.submit.disabled = false;
    }
  }

  #drawReply() {
    const close = () => {
      this.#reply = null;
      this.#drawReply();
    };
    this.replyBar.hidden = !this.#reply;
    if (!this.#reply) return;
    this.replyBar.replaceChildren(icon("reply", 20),
      el("div", {}, el("b", {}, this.#reply.out ? "Ответ себе" : `Ответ: ${this.#reply.from?.name ?? "канал"}`), el("span", {}, snippet(this.#reply))),
      iconButton("close", "Не отвечать", close, { class: "round small" }));
  }

  #drawTray() {
    this.tray.hidden = !this.#files.length;
    for (const image of this.tray.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    const images = this.#files.some((file) => file.type.startsWith("image/"));
    this.tray.replaceChildren(
      el("div", { class: "chips" }, this.#files.map((file, index) => this.#chip(file, index))),
      images && el("label", { class: "as-files" }, el("input", { type: "checkbox" }), "отправить без сжатия, файлами"));
    this.input.placeholder = this.#files.length ? "Подпись" : "Сообщение";
    this.#grow();
  }

  #chip(file, index) {
    const remove = () => {
      this.#files.splice(index, 1);
      this.#drawTray();
    };
    const picture = file.type.startsWith("image/") && el("img", { src: URL.createObjectURL(file), alt: "" });
    return el("div", { class: "chip" }, picture, el("span", {}, file.name, el("small", {}, size(file.size))), iconButton("close", `Убрать ${file.name}`, remove, { class: "round small" }));
  }

  #setKeyboard(rows) {
    const signature = JSON.stringify(rows);
    if (signature === this.#keyboard) return;
    this.#keyboard = signature;
    this.keys.hidden = !rows;
    this.replyKeyboard.hidden = !rows;
    this.replyKeyboard.replaceChildren(...(rows ?? []).map((row) => el("div", { class: "keyboard-row" },
      row.map(({ text }) => el("button", { type: "button", class: "reply-key", on: { click: () => this.#sendText(text) } }, text)))));
  }

  #toggleKeyboard() {
    this.replyKeyboard.hidden = !this.replyKeyboard.hidden;
  }
}
