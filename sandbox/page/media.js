// Photos, albums, voices, documents and the other things a message carries.

import { el, icon } from "./dom.js";
import { duration, size } from "./format.js";
import { lightbox } from "./notices.js";

const ROWS = { 1: [1], 2: [2], 3: [1, 2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [3, 4], 8: [4, 4], 9: [3, 3, 3], 10: [3, 3, 4] };
const GRID = 12;
const BARS = 36;
const MAX_SIDE = 380;
const MIN_SIDE = 180;

/** Photos of one message or of one album as a grid; a click shows them whole. */
export function photoGrid(photos) {
  const rows = ROWS[photos.length] ?? [photos.length];
  const widths = rows.flatMap((count) => Array(count).fill(GRID / count));
  const grid = el("div", { class: photos.length > 1 ? "album" : "photo" });
  photos.forEach((photo, index) => {
    const image = el("img", { src: photo.url, alt: `Фотография ${index + 1}`, loading: "lazy", width: photo.width, height: photo.height });
    const button = el("button", { type: "button", class: `tile span-${widths[index]}`, "aria-label": "Открыть фотографию", on: { click: () => lightbox(photos, index) } }, image);
    if (photos.length === 1) button.style.aspectRatio = `${photo.width || 4} / ${photo.height || 3}`;
    grid.append(button);
  });
  return grid;
}

/** How wide the bubble of one photo is, in pixels: the photo fits a square, a very tall one keeps room for its caption. */
export function photoWidth({ width, height }) {
  if (!width || !height) return MAX_SIDE;
  return Math.round(Math.max(MIN_SIDE, width * Math.min(1, MAX_SIDE / Math.max(width, height))));
}

const KINDS = { pdf: "pdf", doc: "doc", docx: "doc", xls: "xls", xlsx: "xls", csv: "xls", ics: "ics", zip: "zip", png: "img", jpg: "img", jpeg: "img" };

/** A file with its name, size and download. */
export function documentRow(file) {
  const extension = (/\.([A-Za-z0-9]{1,5})$/.exec(file.file_name ?? "")?.[1] ?? "файл").toLowerCase();
  return el("a", { class: "document", href: file.url, download: file.file_name || "файл", "aria-label": `Скачать ${file.file_name ?? "файл"}, ${size(file.size)}` },
    el("span", { class: `file-kind ${KINDS[extension] ?? "other"}`, "aria-hidden": "true" }, el("span", { class: "file-ext" }, extension), icon("download", 20)),
    el("span", { class: "file-text" }, el("b", {}, file.file_name || "Без имени"), el("small", {}, size(file.size))));
}

/** The same bars for the same voice: a waveform is not sent, so its picture is drawn from the file's identity. */
function bars(seed) {
  let state = Array.from(String(seed)).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 7);
  return Array.from({ length: BARS }, (_, index) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    const bar = el("i");
    bar.style.height = `${4 + Math.round((state / 2 ** 32) * 14 * (0.6 + 0.4 * Math.sin(index / 4)))}px`;
    return bar;
  });
}

export function voicePlayer(voice) {
  const audio = el("audio", { src: voice.url, preload: voice.duration ? "none" : "metadata" });
  const wave = el("span", { class: "wave", "aria-hidden": "true" }, bars(voice.file_id ?? voice.url));
  const left = el("small", { class: "voice-time" }, duration(voice.duration));
  const button = el("button", { type: "button", class: "voice-play", "aria-label": "Слушать голосовое сообщение" }, icon("play", 24));
  const draw = () => {
    button.replaceChildren(icon(audio.paused ? "play" : "pause", 24));
    button.setAttribute("aria-label", audio.paused ? "Слушать голосовое сообщение" : "Пауза");
  };
  const progress = () => {
    const total = Number.isFinite(audio.duration) ? audio.duration : voice.duration || 0;
    Array.from(wave.children).forEach((bar, index) => bar.classList.toggle("played", index / BARS < audio.currentTime / (total || 1)));
    left.textContent = duration(total - audio.currentTime);
  };
  const failed = () => {
    left.textContent = "не воспроизводится";
    draw();
  };
  button.addEventListener("click", () => (audio.paused ? audio.play().catch(failed) : audio.pause()));
  audio.addEventListener("play", draw);
  audio.addEventListener("pause", draw);
  audio.addEventListener("timeupdate", progress);
  if (!voice.duration) audio.addEventListener("loadedmetadata", progress);
  audio.addEventListener("ended", () => {
    audio.currentTime = 0;
    draw();
    progress();
  });
  return el("div", { class: "voice" }, button, el("span", { class: "voice-body" }, wave, left), audio);
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ") || "Контакт";
  return el("div", { class: "card-line" }, icon("group", 26), el("span", {}, el("b", {}, name), el("small", {}, contact.phone_number ?? "")));
}

function locationCard(place) {
  const point = [place.latitude, place.longitude].map((value) => Number(value).toFixed(5)).join(", ");
  return el("div", { class: "card-line" }, icon("pin", 26), el("span", {}, el("b", {}, place.title ?? "Место на карте"), el("small", {}, point)));
}

function pollCard(poll) {
  return el("div", { class: "poll" }, el("b", {}, poll.question), el("ul", {}, (poll.options ?? []).map((option) => el("li", {}, option.text))));
}

/** Everything a message carries besides its text. */
export function attachments(message) {
  const parts = [];
  if (message.document) parts.push(documentRow(message.document));
  for (const kind of ["video", "audio", "animation"]) if (message[kind]) parts.push(documentRow(message[kind]));
  if (message.voice) parts.push(voicePlayer(message.voice));
  if (message.sticker) parts.push(el("p", { class: "sticker" }, "🙂"));
  if (message.location) parts.push(locationCard(message.location));
  if (message.contact) parts.push(contactCard(message.contact));
  if (message.poll) parts.push(pollCard(message.poll));
  return parts;
}
