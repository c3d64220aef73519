// One bubble of the log: a message, or an album of several, with its keyboard.

import { avatar, el, icon, iconButton } from "./dom.js";
import { exact, time } from "./format.js";
import { attachments, photoGrid, photoWidth } from "./media.js";
import { richText } from "./richtext.js";

const BUTTON_ICONS = { url: "external", copy: "copy" };

/** `group`: messages of one album in order (or a single one); `context`: {chat, actions, byId, first, last} of the log. */
export function renderMessage(group, context) {
  const message = group[0];
  if (message.service) return el("div", { class: "service", dataset: { id: message.message_id } }, el("span", {}, message.service));
  const captioned = group.find((item) => item.text) ?? message;
  const photos = group.map((item) => item.photo).filter(Boolean);
  const side = message.out ? "out" : "in";
  const ofGroup = context.chat.type.endsWith("group") && !message.out;
  const named = ofGroup && context.first;
  const bubble = el("div", { class: "bubble" },
    named && el("div", { class: `sender tone-${Math.abs(message.from?.id ?? 0) % 8}` }, message.from?.name ?? context.chat.title),
    replyLine(message, context));
  if (photos.length) bubble.append(photoGrid(photos));
  if (photos.length === 1) bubble.style.width = `${photoWidth(photos[0])}px`;
  for (const item of group) bubble.append(...attachments(item));
  bubble.append(textWithMeta(captioned, group, context, photos.length > 0));
  bubble.classList.toggle("has-album", photos.length > 1);
  bubble.classList.toggle("only-photo", photos.length > 0 && !captioned.text);
  const row = el("div", { class: "bubble-row" }, bubble, replyButton(message, context));
  const inline = group.map((item) => item.keyboard?.inline).find((rows) => rows?.length);
  return el("article", {
    class: `message ${side} ${context.first ? "first" : ""} ${context.last ? "last" : ""} ${inline ? "with-keyboard" : ""}`,
    dataset: { id: message.message_id },
    "aria-label": message.out ? "Ваше сообщение" : `Сообщение: ${message.from?.name ?? context.chat.title}`,
  },
  ofGroup && el("div", { class: "side-avatar" }, context.last && avatar(message.from?.name ?? context.chat.title, message.from?.id ?? context.chat.id)),
  el("div", { class: "message-body" }, row, inline && inlineKeyboard(group[group.findIndex((item) => item.keyboard?.inline?.length)], inline, context)));
}

function textWithMeta(captioned, group, context, overPhoto) {
  const edited = group.some((item) => item.edited);
  const meta = el("span", { class: "meta", title: exact(group[0].date) },
    edited && el("i", {}, "изменено"), el("time", {}, time(group[0].date)), group[0].out && icon("check", 15));
  if (!captioned.text) return el("div", { class: overPhoto ? "meta-over" : "text empty" }, meta);
  const text = el("div", { class: "text", dir: "auto" });
  text.append(richText(captioned.html || "", context.actions), meta);
  return text;
}

function replyLine(message, context) {
  if (!message.reply_to) return null;
  const target = context.byId.get(message.reply_to);
  const who = !target ? "" : target.out ? "Вы" : target.from?.name ?? context.chat.title;
  return el("button", { type: "button", class: "reply-line", on: { click: () => context.actions.jump(message.reply_to) } },
    el("b", {}, who || "Ответ"), el("span", {}, target ? snippet(target) : "Сообщение удалено"));
}

function replyButton(message, context) {
  if (!context.actions.canWrite()) return null;
  return iconButton("reply", "Ответить на это сообщение", () => context.actions.reply(message), { class: "round small reply-button" });
}

/** The message in a few words: for replies and for the list of chats. */
export function snippet(message) {
  if (message.service) return message.service;
  if (message.text) return message.text.replace(/\s+/g, " ").slice(0, 140);
  if (message.photo) return "Фотография";
  if (message.document) return message.document.file_name || "Документ";
  if (message.voice) return "Голосовое сообщение";
  if (message.sticker) return "Стикер";
  if (message.location) return "Место на карте";
  if (message.poll) return message.poll.question;
  return message.contact ? "Контакт" : "Видео или звук";
}

function inlineKeyboard(message, rows, context) {
  const keyboard = el("div", { class: "inline-keyboard", role: "group", "aria-label": "Кнопки сообщения" });
  rows.forEach((buttons, row) => {
    keyboard.append(el("div", { class: "keyboard-row" }, buttons.map((button, col) => inlineButton(message, button, row, col, context))));
  });
  return keyboard;
}

function inlineButton(message, button, row, col, { actions }) {
  const mark = BUTTON_ICONS[button.kind];
  const content = [el("span", { class: "label" }, button.text), mark && icon(mark, 14)];
  const place = { row, col };
  if (button.kind === "url") {
    const click = (event) => {
      if (actions.link(button.url)) event.preventDefault();
    };
    return el("a", { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer", dataset: place, on: { click } }, content);
  }
  const key = el("button", { type: "button", class: "key", dataset: place }, content);
  key.addEventListener("click", () => {
    if (button.kind === "copy") return actions.copy(button.copy);
    if (button.kind !== "callback") return actions.say(`Кнопка «${button.text}» в песочнице не работает.`);
    return actions.press(message, row, col);
  });
  if (actions.isPressed(message.message_id, row, col)) {
    key.classList.add("waiting");
    key.setAttribute("aria-busy", "true");
  }
  return key;
}
