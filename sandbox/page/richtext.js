// A message's text: the server's HTML rebuilt from Telegram's own tags only; commands, mentions and addresses are live.

import { el } from "./dom.js";

const PLAIN = { B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s", CODE: "code", PRE: "pre", BR: "br" };
/** `actions`: {link(url), command(text)} of the pane. Returns a fragment. */
export function richText(html, actions) {
  const parsed = new DOMParser().parseFromString(`<body>${html}`, "text/html").body;
  const fragment = document.createDocumentFragment();
  copyInto(fragment, parsed, actions);
  return fragment;
}

function copyInto(target, source, actions) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) target.append(rebuild(node, actions));
  }
}

function rebuild(node, actions) {
  const tag = node.tagName;
  if (tag === "A") return node.dataset.command ? command(node.dataset.command, actions) : link(node, node.getAttribute("href") ?? "", actions);
  if (node.classList.contains("mention")) return link(node, `https://t.me/${node.textContent.slice(1)}`, actions);
  if (tag === "BLOCKQUOTE") return quote(node, actions);
  if (node.classList.contains("spoiler")) return spoiler(node, actions);
  const copy = PLAIN[tag] ? document.createElement(PLAIN[tag]) : document.createDocumentFragment();
  copyInto(copy, node, actions);
  return copy;
}

function command(text, actions) {
  return el("button", { type: "button", class: "command", on: { click: () => actions.command(text) } }, text);
}

function link(node, url, actions) {
  const safe = /^(https?:|tg:|mailto:|tel:)/i.test(url) ? url : `https://${url}`;
  const click = (event) => {
    if (actions.link(safe)) event.preventDefault();
  };
  const copy = el("a", { href: safe, target: "_blank", rel: "noopener noreferrer", on: { click } });
  copyInto(copy, node, actions);
  return copy;
}

function quote(node, actions) {
  const copy = el("blockquote");
  copyInto(copy, node, actions);
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
  copyInto(copy, node, actions);
  return copy;
}
