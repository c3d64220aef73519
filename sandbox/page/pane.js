// One window: a person and one of this person's chats.

import * as api from "./api.js";
import { CHAT_ICONS, avatar, el, icon, iconButton } from "./dom.js";
import { albums } from "./albums.js";
import { Composer } from "./composer.js";
import { deepLink } from "./links.js";
import { Log } from "./log.js";
import { snippet } from "./message.js";
import { paneMenu } from "./panemenu.js";
import { alertDialog, toast } from "./notices.js";

const KIND_WORDS = { private: "чат с ботом", group: "группа", supergroup: "группа", channel: "канал" };

export class Pane {
  #place = null;
  #drawnPlace = "";
  #pressed = new Set();

  /** `side`: left or right; `route` and `store` are the page's. */
  constructor(side, store, route) {
    this.side = side;
    this.store = store;
    this.route = route;
    this.log = new Log();
    this.composer = new Composer(this.#composerActions());
    this.title = el("div", { class: "pane-head-title" });
    this.menu = paneMenu(this);
    this.head = el("header", { class: "pane-head" }, this.title, this.menu.element);
    this.topics = el("nav", { class: "topics", "aria-label": "Темы группы", hidden: true });
    this.pinned = el("button", { type: "button", class: "pinned", hidden: true });
    this.toasts = el("div", { class: "toasts" });
    this.log.element.append(this.toasts);
    this.body = el("div", { class: "pane-body" }, this.topics, this.pinned, this.log.element, this.composer.element);
    this.empty = el("div", { class: "pane-empty" }, icon("group", 44), el("p", {}, "Выберите человека слева: здесь откроется его чат с ботом."));
    this.element = el("section", { class: "pane", dataset: { side }, "aria-label": side === "left" ? "Левое окно" : "Правое окно" }, this.head, this.body, this.empty);
    this.#listen();
  }

  get place() {
    return this.#place;
  }

  /** Show a place {person, chat, topic} or nothing. */
  show(place) {
    this.#place = place && this.store.person(place.person) && this.store.chat(place.person, place.chat) ? place : null;
    this.element.classList.toggle("is-empty", !this.#place);
    if (this.#place) {
      const key = `${place.person}:${place.chat}:${place.topic ?? ""}`;
      if (key !== this.#drawnPlace) {
        this.#drawnPlace = key;
        this.menu.close();
        this.#open();
      }
      this.draw();
    } else {
      this.#drawnPlace = "";
      this.#drawHead();
    }
  }

  /** Draw again what may have changed. */
  draw() {
    if (!this.#place) return;
    this.#drawHead();
    this.#drawTopics();
    this.#drawPinned();
    const view = this.view;
    this.element.classList.toggle("is-loading", !view.loaded);
    this.log.draw(this.#messages(), { chat: this.chat, actions: this.#messageActions(), now: this.store.now(), hint: this.#hint() });
    this.composer.show({ key: this.#drawnPlace, person: this.#place.person, bot: this.#commandBot() }, this.#mode(), this.#replyKeyboard());
    if (document.visibilityState === "visible" && this.element.offsetParent) this.store.markRead(this.#place.person, this.#place.chat);
  }

  get person() {
    return this.store.person(this.#place.person);
  }

  get chat() {
    return this.store.chat(this.#place.person, this.#place.chat);
  }

  get view() {
    return this.store.view(this.#place.person, this.#place.chat);
  }

  get bot() {
    return this.store.botOf(this.chat);
  }

  say = (text, kind = "info") => toast(this.toasts, text, kind);

  #listen() {
    const focus = () => this.#place && this.route.setFocus(this.side);
    this.element.addEventListener("pointerdown", focus);
    this.element.addEventListener("focusin", focus);
    this.body.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.body.classList.add("dropping");
    });
    this.body.addEventListener("dragleave", (event) => !this.body.contains(event.relatedTarget) && this.body.classList.remove("dropping"));
    this.body.addEventListener("drop", (event) => {
      event.preventDefault();
      this.body.classList.remove("dropping");
      if (this.#mode() === "write" && event.dataTransfer.files.length) this.composer.add(event.dataTransfer.files);
    });
  }

  #open() {
    const { view } = this;
    const unread = view.unread && view.messages.find((message) => !message.out && message.message_id > view.read);
    this.log.reset(unread && unread !== view.messages[0] ? unread.message_id : null);
    this.#pressed.clear();
    this.store.refresh(this.#place.person, this.#place.chat).catch((error) => this.say(error.message, "error"));
  }

  #messages() {
    const { topic } = this.#place;
    return topic ? this.view.messages.filter((message) => message.topic_id === topic || message.message_id === topic) : this.view.messages;
  }

  #mode() {
    if (this.chat.type === "channel") return this.chat.writers.includes(this.#place.person) ? "write" : "read";
    if (this.chat.type !== "private") return "write";
    if (this.store.isBlocked(this.person, this.bot)) return "blocked";
    return this.view.loaded && !this.view.messages.length ? "start" : "write";
  }

  #hint() {
    if (!this.view.loaded) return "";
    return this.#mode() === "start" ? "Переписки ещё нет. Нажмите «Начать»: бот получит команду /start." : "Сообщений пока нет.";
  }

  #commandBot() {
    return this.chat.type === "channel" ? null : this.bot?.id ?? null;
  }

  #replyKeyboard() {
    for (let index = this.view.messages.length - 1; index >= 0; index -= 1) {
      const keyboard = this.view.messages[index].reply_keyboard;
      if (keyboard) return keyboard === "remove" ? null : keyboard;
    }
    return null;
  }

  #drawHead() {
    const other = this.side === "left" ? "right" : "left";
    this.menu.element.hidden = !this.#place;
    if (!this.#place) {
      this.menu.close();
      delete this.head.dataset.signature;
      this.title.replaceChildren(el("span", { class: "pane-title" }), iconButton("close", "Закрыть это окно", () => this.route.setSplit(false)));
      return;
    }
    const { person, chat } = this;
    const otherPerson = this.route.split && this.route.places[other] && this.store.person(this.route.places[other].person);
    const signature = JSON.stringify([person, chat, this.store.title(chat), otherPerson?.name, this.route.split]);
    if (this.head.dataset.signature === signature) return;
    this.head.dataset.signature = signature;
    this.title.replaceChildren(...[
      iconButton("back", "К списку людей", () => this.route.showList(), { class: "round back" }),
      avatar(person.name, person.id),
      el("div", { class: "pane-title" },
        el("b", {}, el("span", { class: "cut name" }, person.name), person.note && el("small", { class: "note" }, person.note)),
        el("span", {}, icon(CHAT_ICONS[chat.type], 16), el("span", { class: "cut" }, `${KIND_WORDS[chat.type]} «${this.store.title(chat)}»`))),
      otherPerson && el("button", { type: "button", class: "swap", "aria-label": `Перейти к другому окну: ${otherPerson.name}`, on: { click: () => this.route.setFocus(other) } }, icon("swap", 18), avatar(otherPerson.name, otherPerson.id)),
      this.route.split && iconButton("close", "Закрыть это окно", () => this.#close(), { class: "round close-pane" }),
    ].filter(Boolean));
  }

  #close() {
    const other = this.side === "left" ? "right" : "left";
    this.route.setFocus(other);
    this.route.setSplit(false);
  }

  #drawTopics() {
    const topics = this.chat.topics ?? [];
    this.topics.hidden = !topics.length;
    const tab = (id, name) => el("button", {
      type: "button", "aria-pressed": String((this.#place.topic ?? null) === id),
      on: { click: () => this.route.open(this.side, { ...this.#place, topic: id }, { replace: true }) },
    }, name);
    const signature = JSON.stringify([topics, this.#place.topic]);
    if (this.topics.dataset.signature === signature) return;
    this.topics.dataset.signature = signature;
    this.topics.replaceChildren(tab(null, "Все темы"), ...topics.map((topic) => tab(topic.id, topic.name)));
  }

  /** The latest pinned message over the log; a click shows it. */
  #drawPinned() {
    const message = this.#messages().findLast((item) => item.pinned);
    this.pinned.hidden = !message;
    if (!message) return;
    this.pinned.replaceChildren(icon("tack", 18), el("span", {}, el("b", {}, "Закреплённое сообщение"), el("small", {}, snippet(message))));
    this.pinned.onclick = () => this.log.reveal(message.message_id);
  }

  #composerActions() {
    const sent = () => this.store.refresh(this.#place.person, this.#place.chat, (this.view.last?.message_id ?? 0) + 1);
    return {
      say: (text, kind) => this.say(text, kind),
      start: () => this.start(),
      unblock: () => this.act(() => api.unblock(this.person.id, this.bot.id)),
      sendText: async (text, replyTo) => {
        const message = { text };
        if (replyTo) message.reply_to = replyTo;
        if (this.#place.topic) message.topic_id = this.#place.topic;
        await api.send(this.#place.person, this.#place.chat, message);
        await sent();
      },
      sendFiles: async (content) => {
        const { person, chat, topic } = this.#place;
        let { caption } = content;
        for (const files of albums(content.files, content.asDocument)) {
          await api.sendFiles(person, chat, { ...content, files, caption, topic });
          caption = "";
        }
        await sent();
      },
    };
  }

  #messageActions() {
    return {
      say: this.say,
      canWrite: () => this.#mode() === "write",
      reply: (message) => this.composer.reply(message),
      jump: (id) => this.log.reveal(id) || this.say("Этого сообщения здесь нет."),
      command: (text) => this.act(() => api.send(this.#place.person, this.#place.chat, { text })),
      link: (url) => this.followLink(url),
      isPressed: (...key) => this.#pressed.has(key.join(":")),
      press: (message, row, col) => this.#press(message, row, col),
      copy: (text) => this.#copy(text),
    };
  }

  async #press(message, row, col) {
    const key = [message.message_id, row, col].join(":");
    if (this.#pressed.has(key)) return;
    const place = this.#place;
    this.#markPressed(key, true);
    try {
      const answer = await api.press(place.person, place.chat, { message_id: message.message_id, row, col });
      this.#answered(answer);
    } catch (error) {
      this.say(error.message, "error");
    } finally {
      this.#markPressed(key, false);
    }
  }

  #answered(answer) {
    if (!answer) return this.say("Бот не ответил на нажатие за 10\u00a0секунд.", "error");
    if (answer.url) return this.followLink(answer.url) || window.open(answer.url, "_blank", "noopener");
    if (answer.text && answer.alert) return alertDialog(this.bot?.name ?? "Бот", answer.text, this.route.split ? `для: ${this.person.name}` : "");
    return answer.text && this.say(answer.text);
  }

  #markPressed(key, waiting) {
    this.#pressed[waiting ? "add" : "delete"](key);
    const [id, row, col] = key.split(":");
    const node = this.log.list.querySelector(`[data-id="${id}"] .key[data-row="${row}"][data-col="${col}"]`);
    node?.classList.toggle("waiting", waiting);
    node?.toggleAttribute("aria-busy", waiting);
  }

  async #copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => null);
    this.say(`Скопировано: ${text}`);
  }

  /** Links of Telegram open in the sandbox as this person; others are left to the browser. True when opened here. */
  followLink(url) {
    const target = deepLink(url, this.store);
    if (!target) return false;
    const { person } = this.#place;
    if (target.bot) {
      this.route.open(this.side, { person, chat: person });
      if (target.start !== null) this.start(target.start, target.bot);
    } else if (this.store.person(person).chats.includes(target.chat.id)) {
      this.route.open(this.side, { person, chat: target.chat.id });
      if (target.message) this.store.refresh(person, target.chat.id).then(() => this.log.reveal(target.message));
    } else {
      this.say(`${this.person.name} не состоит в чате «${target.chat.title}».`);
    }
    return true;
  }

  start(payload = null, bot = this.bot) {
    return this.act(() => api.start(this.#place.person, bot.id, payload));
  }

  /** Do something with the sandbox and show its refusal, if any. */
  async act(action) {
    try {
      await action();
      await this.store.loadState();
      if (this.#place) await this.store.refresh(this.#place.person, this.#place.chat);
    } catch (error) {
      this.say(error.message, "error");
    }
  }
}
