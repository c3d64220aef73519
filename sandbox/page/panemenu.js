// The «⋯» menu of a window: start again, block, the bot's place in a group or channel. It stays open while the window is drawn anew.

import * as api from "./api.js";
import { el, iconButton, popover } from "./dom.js";

export function paneMenu(pane) {
  let close = null;
  const button = iconButton("more", "Действия", () => (close ? close() : open()), { "aria-haspopup": "menu", "aria-expanded": "false" });
  const open = () => {
    const menu = el("div", { class: "menu", role: "menu" }, items(pane).map(([label, action, kind]) =>
      el("button", { type: "button", role: "menuitem", class: kind, on: { click: () => { close(); action(); } } }, label)));
    close = popover(button, menu, { onclose: () => (close = null) });
    menu.addEventListener("keydown", (event) => walk(event, menu));
    menu.firstElementChild.focus();
  };
  return { element: el("div", { class: "menu-holder" }, button), close: () => close?.() };
}

function items(pane) {
  const { person, chat, bot, store, route } = pane;
  const beside = route.split ? [] : [["Открыть второе окно", () => route.setSplit(true), "wide-only"]];
  if (chat.type === "private") {
    const blocked = store.isBlocked(person, bot);
    return [
      ["Отправить /start", () => pane.start()],
      blocked
        ? ["Разблокировать бота", () => pane.act(() => api.unblock(person.id, bot.id))]
        : ["Заблокировать бота", () => pane.act(() => api.block(person.id, bot.id)), "danger"],
      ...beside,
    ];
  }
  const place = (rights) => () => pane.act(() => api.botInChat(person.id, chat.id, bot.id, rights));
  return [
    ["Бот: администратор", place(chat.type === "channel" ? CHANNEL_RIGHTS : GROUP_RIGHTS)],
    ...(chat.type === "channel" ? [] : [["Бот: обычный участник", place({})]]),
    ["Убрать бота", place("remove"), "danger"],
    ...beside,
  ];
}

const all = (...names) => Object.fromEntries(names.map((name) => [name, true]));
const CHANNEL_RIGHTS = all("can_manage_chat", "can_post_messages", "can_edit_messages", "can_delete_messages");
const GROUP_RIGHTS = all("can_manage_chat", "can_delete_messages", "can_pin_messages", "can_manage_topics", "can_invite_users");

function walk(event, menu) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = Array.from(menu.children);
  all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
}
