// The page: reads the sandbox, keeps the left column, the windows and the clock in step with it.

import * as api from "./api.js";
import { el, iconButton } from "./dom.js";
import { ClockBar } from "./clockbar.js";
import { follow } from "./live.js";
import { Pane } from "./pane.js";
import { Route, SIDES } from "./route.js";
import { Sidebar } from "./sidebar.js";
import { Store } from "./store.js";

const byId = (id) => document.getElementById(id);
const wide = matchMedia("(min-width: 1080px)");
const phone = matchMedia("(max-width: 719px)");
const RETRY_MS = 1500;

const app = byId("app");
const store = new Store();
const route = new Route();
const toasts = el("div", { class: "toasts page-toasts" });
const panes = Object.fromEntries(SIDES.map((side) => [side, new Pane(side, store, route)]));
const clock = new ClockBar(byId("clock"), byId("moved"), store, toasts);
const sidebar = new Sidebar(byId("people"), store, route, { addPerson });
const split = iconButton("split", "Два окна рядом", toggleSplit, { class: "round split-toggle", "aria-pressed": "false" });

byId("panes").append(panes.left.element, panes.right.element);
byId("top-tools").append(split);
document.body.append(toasts);

function draw() {
  const { places, focus } = route;
  app.classList.toggle("split", route.split);
  app.dataset.open = places[focus] && !route.listed ? "chat" : "list";
  split.setAttribute("aria-pressed", String(route.split));
  for (const side of SIDES) {
    panes[side].element.classList.toggle("focused", side === focus);
    panes[side].element.hidden = side === "right" && !route.split;
    panes[side].show(places[side]);
  }
  sidebar.draw();
  clock.draw();
  const person = places[focus] && store.person(places[focus].person);
  document.title = person ? `${person.name} · Песочница` : "Песочница: Telegram на этой машине";
}

/** The second window opens with somebody else than the first. */
function toggleSplit() {
  if (route.split) return route.setSplit(false);
  const other = store.people.find((person) => person.id !== route.places.left?.person);
  return route.setSplit(true, other ? { person: other.id, chat: other.id } : null);
}

async function addPerson(name, language) {
  const person = await api.addPerson(name, language);
  await store.loadState();
  const { id } = person.person ?? person;
  route.open(route.focus, { person: id, chat: id });
}

let drawing = false;
function drawSoon() {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    draw();
  });
}

async function begin() {
  await store.loadState();
  byId("offline").hidden = true;
  const first = store.people[0];
  if (first && !location.hash && !phone.matches) route.open("left", { person: first.id, chat: first.id }, { replace: true });
  for (const kind of ["state", "read", "view"]) store.addEventListener(kind, drawSoon);
  store.addEventListener("clock", () => clock.draw());
  route.addEventListener("change", drawSoon);
  for (const media of [wide, phone]) media.addEventListener("change", drawSoon);
  document.addEventListener("visibilitychange", drawSoon);
  draw();
  follow(store, { onOnline: (online) => (byId("offline").hidden = online) });
  await store.refreshAll();
}

function beginOrRetry() {
  begin().catch((error) => {
    byId("offline").hidden = false;
    console.warn(error);
    setTimeout(beginOrRetry, RETRY_MS);
  });
}

byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("panes").focus();
});

beginOrRetry();
