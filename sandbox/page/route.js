// What is open lives in the address: #left=<person>:<chat>[:<topic>]&right=…&focus=right. A reload or a link returns to it.

export const SIDES = ["left", "right"];

const parsePlace = (text) => {
  const [person, chat, topic] = (text ?? "").split(":").map(Number);
  return Number.isFinite(person) && Number.isFinite(chat) ? { person, chat, topic: topic || null } : null;
};

const formatPlace = ({ person, chat, topic }) => [person, chat, topic].filter((part) => part !== null && part !== undefined).join(":");

export class Route extends EventTarget {
  constructor() {
    super();
    this.#read();
    addEventListener("popstate", () => {
      this.#read();
      this.#emit();
    });
  }

  /** Show `place` (or nothing) on a side. */
  open(side, place, { replace = false } = {}) {
    this.places = { ...this.places, [side]: place };
    if (!this.places.left && this.places.right && !this.split) this.places = { left: this.places.right, right: null };
    this.focus = place && this.places[side] ? side : "left";
    this.listed = false;
    this.#write(replace);
  }

  setSplit(split, place = null) {
    this.split = split;
    const kept = this.places[this.focus] ?? this.places.left;
    this.places = split ? { left: this.places.left, right: place } : { left: kept, right: null };
    this.focus = split ? "right" : "left";
    this.listed = false;
    this.#write(false);
  }

  setFocus(side) {
    if (side === this.focus && !this.listed) return;
    this.focus = side;
    this.listed = false;
    this.#write(true);
  }

  /** On a phone: the list of people over the windows, which keep what they show. */
  showList() {
    this.listed = true;
    this.#write(false);
  }

  #read() {
    const params = new URLSearchParams(location.hash.slice(1));
    this.places = { left: parsePlace(params.get("left")), right: parsePlace(params.get("right")) };
    this.split = params.has("right");
    this.focus = this.split && params.get("focus") === "right" ? "right" : "left";
    this.listed = params.has("list");
  }

  #write(replace) {
    const parts = [];
    if (this.places.left) parts.push(`left=${formatPlace(this.places.left)}`);
    if (this.split) parts.push(`right=${this.places.right ? formatPlace(this.places.right) : ""}`);
    if (this.focus === "right") parts.push("focus=right");
    if (this.listed) parts.push("list");
    history[replace ? "replaceState" : "pushState"](null, "", `#${parts.join("&")}`);
    this.#emit();
  }

  #emit() {
    this.dispatchEvent(new Event("change"));
  }
}
