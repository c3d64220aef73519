// The list of messages of one pane: date separators, bubbles, albums; only what changed is drawn again.

import { CHAT_ICONS, el, icon } from "./dom.js";
import { day, dayKey } from "./format.js";
import { renderMessage } from "./message.js";

const PAGE = 150;
const TIGHT_SECONDS = 300;
const NEAR_PX = 80;

export class Log {
  #nodes = new Map();
  #shown = PAGE;
  #newestSeen = 0;
  #firstUnread = null;

  constructor() {
    this.list = el("div", { class: "log-list" });
    this.jumpCount = el("span", { class: "badge" });
    this.jump = el("button", { type: "button", class: "jump", "aria-label": "К последним сообщениям", hidden: true, on: { click: () => this.toBottom(true) } }, icon("down"), this.jumpCount);
    this.scroller = el("div", { class: "log", tabindex: 0, role: "log", "aria-label": "Сообщения", on: { scroll: () => this.#onScroll() } }, this.list);
    this.element = el("div", { class: "log-frame" }, this.scroller, this.jump);
    new ResizeObserver(() => this.#stick && this.toBottom()).observe(this.scroller);
    this.list.addEventListener("load", () => this.#stick && this.toBottom(), true);
  }

  #stick = true;

  /** Forget what is drawn: another chat is going to be shown. */
  reset(firstUnread) {
    this.#nodes.clear();
    this.list.replaceChildren();
    this.#shown = PAGE;
    this.#stick = true;
    this.#newestSeen = 0;
    this.#firstUnread = firstUnread;
  }

  /** Draw `messages`; `context`: {chat, actions, now, hint}: the hint stands in an empty log */
  draw(messages, context) {
    const newest = messages.at(-1)?.message_id ?? 0;
    const added = messages.filter((message) => message.message_id > this.#newestSeen);
    const focused = this.#focusedKey();
    this.#replace(this.#items(messages, context));
    if (this.#stick || added.some((message) => message.out)) this.toBottom();
    else if (this.#newestSeen) this.#count(added.length);
    this.#newestSeen = newest;
    this.#restoreFocus(focused);
  }

  toBottom(smooth = false) {
    this.#stick = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.#count(0, true);
  }

  reveal(messageId) {
    const node = this.list.querySelector(`[data-id="${messageId}"]`);
    if (!node) return false;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.remove("flash");
    requestAnimationFrame(() => node.classList.add("flash"));
    return true;
  }

  #count(added, reset = false) {
    const total = reset ? 0 : (Number(this.jumpCount.textContent) || 0) + added;
    this.jumpCount.textContent = total ? String(total) : "";
    this.jump.hidden = this.#stick;
  }

  #onScroll() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    this.#stick = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    this.#count(0, this.#stick);
  }

  /** [{key, signature, make}] in the order of the log. */
  #items(messages, context) {
    const groups = groupAlbums(messages.slice(-this.#shown));
    const byId = new Map(messages.map((message) => [message.message_id, message]));
    const items = [];
    if (!messages.length && context.hint) {
      items.push({ key: "hint", signature: context.hint, make: () => el("div", { class: "hint" }, icon(CHAT_ICONS[context.chat.type], 34), el("p", {}, context.hint)) });
    }
    if (messages.length > this.#shown) items.push(this.#earlier(messages, context));
    groups.forEach((group, index) => {
      const [before, after] = [groups[index - 1], groups[index + 1]];
      const message = group[0];
      const newDay = !before || dayKey(before[0].date) !== dayKey(message.date);
      if (newDay) {
        const label = day(message.date, context.now);
        items.push({ key: `day:${dayKey(message.date)}`, signature: label, make: () => el("div", { class: "day" }, el("span", {}, label)) });
      }
      const unread = message.message_id === this.#firstUnread;
      if (unread) items.push({ key: "unread", signature: "", make: () => el("div", { class: "unread-line" }, el("span", {}, "Непрочитанные сообщения")) });
      const first = newDay || unread || !tight(before, group);
      const last = !after || dayKey(after[0].date) !== dayKey(message.date) || !tight(group, after);
      const reply = message.reply_to ? byId.get(message.reply_to) : null;
      items.push({
        key: `message:${message.message_id}`,
        signature: JSON.stringify([group, first, last, reply?.text, context.chat.type]),
        make: () => renderMessage(group, { ...context, byId, first, last }),
      });
    });
    return items;
  }

  #earlier(messages, context) {
    const more = () => {
      this.#shown += PAGE;
      this.#stick = false;
      const height = this.scroller.scrollHeight;
      this.draw(messages, context);
      this.scroller.scrollTop += this.scroller.scrollHeight - height;
    };
    return { key: "earlier", signature: String(messages.length), make: () => el("button", { type: "button", class: "earlier", on: { click: more } }, "Показать более ранние") };
  }

  #replace(items) {
    const fresh = new Map();
    let cursor = this.list.firstChild;
    for (const item of items) {
      const known = this.#nodes.get(item.key);
      const node = known?.signature === item.signature ? known.node : item.make();
      fresh.set(item.key, { signature: item.signature, node });
      if (node === cursor) cursor = cursor.nextSibling;
      else this.list.insertBefore(node, cursor);
    }
    while (cursor) {
      const gone = cursor;
      cursor = cursor.nextSibling;
      gone.remove();
    }
    this.#nodes = fresh;
  }

  #focusedKey() {
    const key = this.list.contains(document.activeElement) ? document.activeElement.closest(".key") : null;
    return key && { id: key.closest("[data-id]").dataset.id, row: key.dataset.row, col: key.dataset.col };
  }

  /** A keyboard edited in place keeps the keyboard user where they were. */
  #restoreFocus(focused) {
    if (!focused || this.list.contains(document.activeElement)) return;
    const keys = `[data-id="${focused.id}"] .key`;
    const same = this.list.querySelector(`${keys}[data-row="${focused.row}"][data-col="${focused.col}"]`);
    (same ?? this.list.querySelector(keys) ?? this.scroller).focus({ preventScroll: true });
  }
}

function groupAlbums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

/** Two neighbours of one sender within five minutes stand close together. */
function tight(before, after) {
  const [one, two] = [before?.at(-1), after?.[0]];
  if (!one || !two || one.service || two.service) return false;
  return one.out === two.out && one.from?.id === two.from?.id && Math.abs(seconds(two.date) - seconds(one.date)) < TIGHT_SECONDS;
}

const seconds = (date) => (typeof date === "number" ? date : new Date(date).getTime() / 1000);
