// What the bot or the sandbox says over the chat: a toast, a modal alert, a question.

import { el, icon } from "./dom.js";

const MIN_MS = 3500;
const PER_LETTER_MS = 55;

/** A short notice at the bottom of a pane (or of the page). */
export function toast(place, text, kind = "info") {
  const node = el("div", { class: `toast ${kind}`, role: kind === "error" ? "alert" : "status" }, text);
  place.replaceChildren(node);
  setTimeout(() => node.remove(), MIN_MS + text.length * PER_LETTER_MS);
}

function modal(content, { label, className = "" }) {
  const dialog = el("dialog", { class: `modal ${className}`, "aria-label": label });
  dialog.append(content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The bot's alert: stays until «ОК». */
export function alertDialog(title, text, subtitle = "") {
  const ok = el("button", { type: "button", class: "primary" }, "ОК");
  const box = el("div", { class: "modal-box" },
    el("h2", {}, title), subtitle && el("p", { class: "modal-sub" }, subtitle),
    el("p", { class: "modal-text" }, text), el("div", { class: "modal-buttons" }, ok));
  const dialog = modal(box, { label: title, className: "alert" });
  ok.addEventListener("click", () => dialog.close());
  ok.focus();
}

/** A form for a new person; `submit(name, language)` may throw, then the sentence is shown and the form stays. */
export function personDialog(submit) {
  const name = el("input", { type: "text", name: "name", required: true, maxlength: 64, autocomplete: "off", placeholder: "Мария Сергеева" });
  const language = el("select", { name: "language" }, el("option", { value: "ru" }, "русский"), el("option", { value: "en" }, "английский"));
  const error = el("p", { class: "field-error", role: "alert" });
  const cancel = el("button", { type: "button", class: "plain" }, "Отмена");
  const form = el("form", { class: "modal-box", method: "dialog" },
    el("h2", {}, "Новый гость"),
    el("p", { class: "modal-sub" }, "Человек, которого бот ещё не знает. Роли у него нет."),
    el("label", {}, "Имя", name), el("label", {}, "Язык Telegram", language), error,
    el("div", { class: "modal-buttons" }, cancel, el("button", { type: "submit", class: "primary" }, "Добавить")));
  const dialog = modal(form, { label: "Новый гость" });
  cancel.addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await submit(name.value.trim(), language.value);
      dialog.close();
    } catch (problem) {
      error.textContent = problem.message;
    }
  });
  name.focus();
}

/** Photos over the whole page; arrows turn them. */
export function lightbox(photos, index) {
  let at = index;
  const image = el("img", { alt: "Фотография" });
  const count = el("span", { class: "lightbox-count" });
  const save = el("a", { class: "round", "aria-label": "Скачать", title: "Скачать", download: true }, icon("download"));
  const close = el("button", { type: "button", class: "round", "aria-label": "Закрыть" }, icon("close"));
  const show = () => {
    image.src = photos[at].url;
    save.href = photos[at].url;
    count.textContent = photos.length > 1 ? `${at + 1} из ${photos.length}` : "";
  };
  const turn = (step) => {
    at = (at + step + photos.length) % photos.length;
    show();
  };
  const box = el("div", { class: "lightbox-box" }, el("div", { class: "lightbox-bar" }, count, save, close), image);
  const dialog = modal(box, { label: "Просмотр фотографии", className: "lightbox" });
  close.addEventListener("click", () => dialog.close());
  image.addEventListener("click", () => (photos.length > 1 ? turn(1) : dialog.close()));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") turn(1);
    if (event.key === "ArrowLeft") turn(-1);
  });
  show();
}
