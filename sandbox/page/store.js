// What the page knows: people, bots, chats, the clock and, for every (person, chat), the messages as that person sees them.
// The server says what changed (SSE); only that is asked for again.

import * as api from "./api.js";
import { setZone } from "./format.js";

const PARALLEL = 4;
const READ = "sandbox-read:";

export const viewKey = (person, chat) => `${person}:${chat}`;

class View {
  constructor(person, chat) {
    this.person = person;
    this.chat = chat;
    this.messages = [];
    this.loaded = false;
    this.loading = null;
    this.dirtyFrom = Infinity;
    this.read = Number(localStorage.getItem(READ + viewKey(person, chat))) || 0;
  }

  get last() {
    return this.messages[this.messages.length - 1] ?? null;
  }

  get unread() {
    return this.messages.reduce((count, message) => count + (!message.out && message.message_id > this.read ? 1 : 0), 0);
  }

  markRead() {
    const last = this.last?.message_id ?? 0;
    if (last === this.read) return false;
    this.read = last;
    localStorage.setItem(READ + viewKey(this.person, this.chat), String(last));
    return true;
  }
}

export class Store extends EventTarget {
  people = [];
  bots = [];
  chats = new Map();
  clock = { now: new Date().toISOString(), moved_seconds: 0, zone: "Asia/Tomsk" };
  views = new Map();
  #clockReadAt = performance.now();
  #stateWanted = false;
  #stateLoading = null;

  /** The sandbox's moment, ticking between the server's answers. */
  now() {
    return new Date(new Date(this.clock.now).getTime() + performance.now() - this.#clockReadAt);
  }

  /** Read everybody and every chat; calls made meanwhile join into one more reading. */
  loadState() {
    this.#stateWanted = true;
    this.#stateLoading ??= this.#readState().finally(() => (this.#stateLoading = null));
    return this.#stateLoading;
  }

  async #readState() {
    while (this.#stateWanted) {
      this.#stateWanted = false;
      this.#takeState(await api.state());
    }
  }

  #takeState(state) {
    this.people = state.people;
    this.bots = state.bots;
    this.chats = new Map(state.chats.map((chat) => [viewKey(chat.person_id ?? "", chat.id), chat]));
    this.setClock(state.clock);
    this.#emit("state");
  }

  setClock(clock) {
    this.clock = clock;
    this.#clockReadAt = performance.now();
    setZone(clock.zone);
    this.#emit("clock");
  }

  person(id) {
    return this.people.find((person) => person.id === id) ?? null;
  }

  /** A chat as this person has it; the private chat with the bot exists even before the first message. */
  chat(personId, chatId) {
    const own = this.chats.get(viewKey(personId, chatId)) ?? this.chats.get(viewKey("", chatId));
    if (own) return own;
    const bot = this.bots[0];
    return chatId === personId && bot ? { id: personId, type: "private", title: bot.name, person_id: personId, bot_id: bot.id } : null;
  }

  /** Chats of a person: the bot first, then groups, then channels. */
  chatsOf(person) {
    const order = { private: 0, group: 1, supergroup: 1, channel: 2 };
    const ids = [...new Set([person.id, ...person.chats])];
    return ids.map((id) => this.chat(person.id, id)).filter(Boolean).sort((a, b) => order[a.type] - order[b.type]);
  }

  botOf(chat) {
    return this.bots.find((bot) => bot.id === chat?.bot_id) ?? this.bots[0] ?? null;
  }

  isBlocked(person, bot) {
    return Boolean(person?.bots?.some((entry) => entry.bot_id === bot?.id && entry.blocked));
  }

  title(chat) {
    return chat.type === "private" ? this.botOf(chat)?.name ?? chat.title : chat.title;
  }

  view(person, chat) {
    const key = viewKey(person, chat);
    if (!this.views.has(key)) this.views.set(key, new View(person, chat));
    return this.views.get(key);
  }

  unreadOf(person) {
    return this.chatsOf(person).reduce((sum, chat) => sum + this.view(person.id, chat.id).unread, 0);
  }

  /** Ask again for the messages from `from` on; calls made meanwhile join into one more question. */
  refresh(person, chat, from = 0) {
    const view = this.view(person, chat);
    view.dirtyFrom = Math.min(view.dirtyFrom, view.loaded ? from : 0);
    view.loading ??= this.#drain(view).finally(() => (view.loading = null));
    return view.loading;
  }

  async #drain(view) {
    while (view.dirtyFrom < Infinity) {
      const from = view.dirtyFrom;
      view.dirtyFrom = Infinity;
      const opened = this.person(view.person)?.chats.includes(view.chat);
      const tail = opened ? await api.messages(view.person, view.chat, Math.max(0, from - 1)) : [];
      view.messages = view.messages.filter((message) => message.message_id < from).concat(tail);
      view.loaded = true;
      if (view.read > (view.last?.message_id ?? 0) && from <= 1) view.read = 0; // the sandbox was started anew
      this.#emit("view", { key: viewKey(view.person, view.chat), view });
    }
  }

  /** Everybody's every chat, a few at a time: for the counters on the left. */
  async refreshAll() {
    const queue = this.people.flatMap((person) => this.chatsOf(person).map((chat) => [person.id, chat.id]));
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await this.refresh(...next).catch(() => null);
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
  }

  /** One event of the server. */
  async apply({ kind, chat_id: chat, message_id: message }) {
    if (kind === "person" || kind === "chat" || kind === "clock") await this.loadState();
    if (chat === null || chat === undefined || kind === "answer") return;
    const seen = this.people.filter((person) => person.id === chat || person.chats.includes(chat));
    await Promise.all(seen.map((person) => this.refresh(person.id, chat, message ?? 0)));
  }

  markRead(person, chat) {
    if (this.view(person, chat).markRead()) this.#emit("read");
  }

  #emit(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
