// Small ways to make elements. Text always goes through text nodes, never through innerHTML.

const SVG = "http://www.w3.org/2000/svg";

/** An element: `on` holds listeners, `dataset` data attributes, the rest are attributes (true = present, null/false = absent). */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name === "dataset") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PATHS = {
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  send: "M4.5 11.8L19.5 5l-4.6 15-3.5-6.3zM11.4 13.7L19.5 5",
  clip: "M19 11.5l-7.3 7.2a4.5 4.5 0 0 1-6.4-6.3l7.7-7.7a3 3 0 0 1 4.3 4.2l-7.7 7.7a1.5 1.5 0 0 1-2.2-2.1l7-7",
  slash: "M14.5 6l-5 12M3.5 4.5h17a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1z",
  keyboard: "M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  split: "M3.5 5h17v14h-17zM12 5v14",
  swap: "M4 8.5h15l-3.5-3.5M20 15.5H5l3.5 3.5",
  reply: "M9.5 6L4 11.5 9.5 17M4.5 11.5H14c3.5 0 6 2.5 6 6.5",
  down: "M6 9l6 6 6-6",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
  sunrise: "M3 18.5h18M6.5 15a5.5 5.5 0 0 1 11 0M12 3.5V7M4.5 8.5l1.8 1.6M19.5 8.5l-1.8 1.6",
  calendar: "M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8.5 6v12M15.5 6v12",
  plus: "M12 5v14M5 12h14",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20.5 20.5",
  bot: "M5 9h14v10H5zM12 5v4M9 13v1.5M15 13v1.5M2.5 12.5v3M21.5 12.5v3",
  group: "M9 5.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19c0-3.3 2.5-5 6-5s6 1.7 6 5M16 6.2a2.7 2.7 0 0 1 0 5.1M17.5 14.3c2.2.6 3.5 2.2 3.5 4.7",
  channel: "M4 10v4h3l8 4.5v-13L7 10zM18.5 9.5a3.5 3.5 0 0 1 0 5M8 14.5l1.2 5",
  external: "M8 16L17 7M9.5 7H17v7.5",
  copy: "M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9",
  check: "M4.5 12.5l5 5 10-11",
  block: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12",
  tack: "M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v5",
  pin: "M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11zM12 7.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z",
};

/** Icons of the kinds of chats. */
export const CHAT_ICONS = { private: "bot", group: "group", supergroup: "group", channel: "channel" };

/** A stroke icon by its name. */
export function icon(name, size = 22) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", width: size, height: size, class: `icon icon-${name}`, "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A round button with an icon and a spoken name. */
export function iconButton(name, label, onclick, props = {}) {
  return el("button", { type: "button", class: "round", title: label, "aria-label": label, on: { click: onclick }, ...props }, icon(name));
}

const AVATARS = 8;

/** A coloured circle with initials, or with the icon of a chat's kind. */
export function avatar(name, id, kind = null) {
  const words = String(name).replace(/[«»"()]/g, "").trim().split(/\s+/);
  const initials = words.slice(0, 2).map((word) => Array.from(word)[0] ?? "").join("").toUpperCase();
  const tone = Math.abs(Number(id) || 0) % AVATARS;
  return el("span", { class: `avatar tone-${tone}`, "aria-hidden": "true" }, kind ? icon(kind, 20) : initials);
}

/** The element is shown with a menu of actions under `anchor`; closes on a choice, a click elsewhere and Escape. */
export function popover(anchor, content, { onclose } = {}) {
  const close = () => {
    content.remove();
    document.removeEventListener("pointerdown", outside, true);
    document.removeEventListener("keydown", escape, true);
    anchor.setAttribute("aria-expanded", "false");
    onclose?.();
  };
  const outside = (event) => {
    if (!content.contains(event.target) && !anchor.contains(event.target)) close();
  };
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
    anchor.focus();
  };
  document.addEventListener("pointerdown", outside, true);
  document.addEventListener("keydown", escape, true);
  anchor.setAttribute("aria-expanded", "true");
  anchor.after(content);
  return close;
}
