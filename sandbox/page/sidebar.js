// The left column: people, and under each of them their chats.

import { CHAT_ICONS, avatar, el, icon } from "./dom.js";
import { dayKey, shortDate, time } from "./format.js";
import { snippet } from "./message.js";
import { personDialog } from "./notices.js";

const SEARCH_FROM = 7;

export class Sidebar {
  #unfolded = new Map();
  #query = "";

  constructor(root, store, route, { addPerson }) {
    this.store = store;
    this.route = route;
    this.search = el("input", { type: "search", placeholder: "Найти человека", "aria-label": "Найти человека", on: { input: () => this.#filter() } });
    this.searchBox = el("label", { class: "search", hidden: true }, icon("search", 18), this.search);
    this.list = el("ul", { class: "people-list" });
    const guest = el("button", { type: "button", class: "add-person", on: { click: () => personDialog(addPerson) } }, icon("plus", 20), "Добавить гостя");
    root.append(this.searchBox, this.list, guest);
  }

  draw() {
    this.searchBox.hidden = this.store.people.length < SEARCH_FROM;
    const words = this.#query.toLowerCase();
    const people = this.store.people.filter((person) => `${person.name} ${person.note ?? ""}`.toLowerCase().includes(words));
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.list.replaceChildren(...people.map((person) => this.#person(person)));
    if (!people.length) this.list.append(el("li", { class: "nobody" }, words ? "Никого не нашлось." : "Пока никого нет. Добавьте гостя."));
    if (focused) this.list.querySelector(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
  }

  #filter() {
    this.#query = this.search.value.trim();
    this.draw();
  }

  #sideOf(person, chat = null) {
    const shown = Object.entries(this.route.places).filter(([, place]) => place?.person === person.id && (chat === null || place.chat === chat.id));
    return (shown.find(([side]) => side === this.route.focus) ?? shown[0])?.[0] ?? null;
  }

  #person(person) {
    const side = this.#sideOf(person);
    const open = this.#unfolded.get(person.id) ?? side !== null;
    const unread = this.store.unreadOf(person);
    const chats = this.store.chatsOf(person);
    const choose = () => this.#open(person, chats[0]);
    const head = el("div", { class: "person-head" },
      el("button", { type: "button", class: "person", dataset: { key: `person-${person.id}` }, "aria-current": side === this.route.focus ? "true" : null, on: { click: choose } },
        avatar(person.name, person.id),
        el("span", { class: "person-text" }, el("b", {}, person.name), el("small", {}, person.note || "гость")),
        !open && unread > 0 && badge(unread)),
      el("button", { type: "button", class: "round small fold", dataset: { key: `fold-${person.id}` }, "aria-expanded": String(open), "aria-label": `Чаты: ${person.name}`, title: open ? "Свернуть чаты" : "Показать чаты", on: { click: () => this.#fold(person, !open) } }, icon("down", 18)));
    return el("li", { class: `person-item ${side ? "shown" : ""}`, dataset: { person: person.id } }, head,
      open && el("ul", { class: "chats" }, chats.map((chat) => this.#chat(person, chat))));
  }

  #chat(person, chat) {
    const view = this.store.view(person.id, chat.id);
    const side = this.#sideOf(person, chat);
    const { last } = view;
    const blocked = chat.type === "private" && this.store.isBlocked(person, this.store.botOf(chat));
    return el("li", {}, el("button", {
      type: "button", class: `chat ${side ? "shown" : ""}`, dataset: { key: `chat-${person.id}-${chat.id}`, chat: chat.id },
      "aria-current": side === this.route.focus ? "true" : null, on: { click: () => this.#open(person, chat) },
    },
    el("span", { class: "chat-kind" }, icon(blocked ? "block" : CHAT_ICONS[chat.type], 18)),
    el("span", { class: "chat-text" },
      el("span", { class: "chat-line" }, el("b", {}, this.store.title(chat)), last && el("time", {}, this.#when(last.date))),
      el("span", { class: "chat-line" }, el("small", {}, blocked ? "бот заблокирован" : this.#preview(chat, last)), view.unread > 0 && badge(view.unread)))));
  }

  #preview(chat, last) {
    if (!last) return "нет сообщений";
    const named = chat.type.endsWith("group") && last.from && !last.service;
    const author = last.out ? "Вы" : named && last.from.name.split(" ")[0];
    return (author ? `${author}: ` : "") + snippet(last);
  }

  #when(date) {
    return dayKey(date) === dayKey(this.store.now()) ? time(date) : shortDate(date);
  }

  #fold(person, open) {
    this.#unfolded.set(person.id, open);
    this.draw();
  }

  /** A person already on the screen gets the focus; else the chat opens in the window in use. */
  #open(person, chat) {
    this.#unfolded.set(person.id, true);
    const shown = this.#sideOf(person, chat);
    if (shown && shown !== this.route.focus) this.route.setFocus(shown);
    else this.route.open(this.route.focus, { person: person.id, chat: chat.id });
  }
}

const badge = (count) => el("span", { class: "badge", "aria-label": `непрочитанных: ${count}` }, count > 99 ? "99+" : String(count));
