// A message's text: the server's HTML rebuilt from Telegram's own tags only, with commands, mentions and addresses made live.

import { el } from "./dom.js";

const PLAIN = { B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s", CODE: "code", PRE: "pre", BR: "br" };
const LIVE = /(https?:\/\/[^\s<>«»]+[^\s<>«».,:;!?)\]]|\bt\.me\/[A-Za-z0-9_]+(?:[/?][^\s<>«»]*[^\s<>«».,:;!?)\]])?|(?<![\p{L}\d/_])\/[a-z][a-z0-9_]{0,31}(?:@[A-Za-z0-9_]+)?(?![\p{L}\d/_])|(?<![\p{L}\d_])@[A-Za-z][A-Za-z0-9_]{3,31})/gu;

/** `actions`: {link(url), command(text)} of the pane. Returns a fragment. */
export function richText(html, actions) {
  const parsed = new DOMParser().parseFromString(`<body>${html}`, "text/html").body;
  const fragment = document.createDocumentFragment();
  copyInto(fragment, parsed, actions, true);
  return fragment;
}

function copyInto(target, source, actions, live) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(...(live ? liveText(node.data, actions) : [node.data]));
    else if (node.nodeType === Node.ELEMENT_NODE) target.append(rebuild(node, actions, live));
  }
}

function rebuild(node, actions, live) {
  const tag = node.tagName;
  if (tag === "A") return link(node, actions);
  if (tag === "BLOCKQUOTE") return quote(node, actions, live);
  if (tag === "TG-SPOILER" || node.classList.contains("tg-spoiler")) return spoiler(node, actions);
  const copy = PLAIN[tag] ? document.createElement(PLAIN[tag]) : document.createDocumentFragment();
  copyInto(copy, node, actions, live && tag !== "CODE" && tag !== "PRE");
  return copy;
}

function link(node, actions) {
  const url = node.getAttribute("href") ?? "";
  const copy = anchor(url, actions);
  copyInto(copy, node, actions, false);
  return copy;
}

function anchor(url, actions) {
  const safe = /^(https?:|tg:|mailto:|tel:)/i.test(url) ? url : `https://${url}`;
  const click = (event) => {
    if (actions.link(safe)) event.preventDefault();
  };
  return el("a", { href: safe, target: "_blank", rel: "noopener noreferrer", on: { click } });
}

function quote(node, actions, live) {
  const copy = el("blockquote");
  copyInto(copy, node, actions, live);
  if (!node.hasAttribute("expandable")) return copy;
  copy.classList.add("folded");
  const toggle = el("button", { type: "button", class: "unfold", "aria-expanded": "false" }, "Развернуть");
  toggle.addEventListener("click", () => {
    const folded = copy.classList.toggle("folded");
    toggle.textContent = folded ? "Развернуть" : "Свернуть";
    toggle.setAttribute("aria-expanded", String(!folded));
  });
  const box = document.createDocumentFragment();
  box.append(copy, toggle);
  return box;
}

function spoiler(node, actions) {
  const copy = el("span", { class: "spoiler", tabindex: 0, role: "button", "aria-label": "Скрытый текст, показать" });
  const show = (event) => {
    if (copy.classList.contains("shown") || (event.type === "keydown" && event.key !== "Enter")) return;
    event.preventDefault();
    copy.classList.add("shown");
    copy.removeAttribute("role");
    copy.removeAttribute("aria-label");
  };
  copy.addEventListener("click", show);
  copy.addEventListener("keydown", show);
  copyInto(copy, node, actions, false);
  return copy;
}

function liveText(text, actions) {
  return text.split(LIVE).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece.startsWith("/")) return el("button", { type: "button", class: "command", on: { click: () => actions.command(piece) } }, piece);
    const copy = anchor(piece.startsWith("@") ? `https://t.me/${piece.slice(1)}` : piece, actions);
    copy.append(piece);
    return copy;
  });
}
