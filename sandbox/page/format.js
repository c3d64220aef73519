// Dates, sizes and counts as a Russian reader expects them, in the cluster's time zone.

let zone = "Asia/Tomsk";

export function setZone(name) {
  zone = name || zone;
}

const cache = new Map();
function part(options) {
  const key = zone + JSON.stringify(options);
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat("ru-RU", { timeZone: zone, ...options }));
  return cache.get(key);
}

/** Telegram gives seconds since 1970, the clock gives ISO text. */
export const moment = (value) => (typeof value === "number" ? new Date(value * 1000) : new Date(value));

export const time = (value) => part({ hour: "2-digit", minute: "2-digit" }).format(moment(value));
export const weekday = (value) => part({ weekday: "long" }).format(moment(value));
export const dayKey = (value) => part({ year: "numeric", month: "2-digit", day: "2-digit" }).format(moment(value));
export const fullDate = (value) => part({ day: "numeric", month: "long", year: "numeric" }).format(moment(value)).replace(/\s?г\.$/, "");
export const shortDate = (value) => part({ day: "numeric", month: "short" }).format(moment(value)).replace(".", "");
export const exact = (value) => `${fullDate(value)}, ${time(value)}`;

/** «Сегодня», «Вчера», «14 мая» or «14 мая 2025» relative to the sandbox's clock. */
export function day(value, now) {
  if (dayKey(value) === dayKey(now)) return "Сегодня";
  if (dayKey(value) === dayKey(new Date(now.getTime() - 86_400_000))) return "Вчера";
  const sameYear = part({ year: "numeric" }).format(moment(value)) === part({ year: "numeric" }).format(now);
  return sameYear ? part({ day: "numeric", month: "long" }).format(moment(value)) : fullDate(value);
}

/** The moment as the value of <input type="datetime-local"> in the cluster's zone. */
export function localInput(value) {
  const text = Object.fromEntries(
    part({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
      .formatToParts(moment(value)).map((piece) => [piece.type, piece.value]),
  );
  return `${text.year}-${text.month}-${text.day}T${text.hour}:${text.minute}`;
}

export function size(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1024) return `${bytes}\u00a0Б`;
  const [value, unit] = bytes < 1024 ** 2 ? [bytes / 1024, "КБ"] : [bytes / 1024 ** 2, "МБ"];
  return `${value.toLocaleString("ru-RU", { maximumFractionDigits: 1 })}\u00a0${unit}`;
}

export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** plural(5, "день", "дня", "дней") → «5 дней» with a no-break space. */
export function plural(count, one, few, many) {
  const tens = count % 100, ones = count % 10;
  const word = tens > 10 && tens < 20 ? many : ones === 1 ? one : ones > 1 && ones < 5 ? few : many;
  return `${count}\u00a0${word}`;
}

/** A length of time in its two largest units: «2 дня 5 часов». */
export function span(seconds) {
  const minutes = Math.round(seconds / 60);
  const parts = [
    [Math.floor(minutes / 1440), ["день", "дня", "дней"]],
    [Math.floor((minutes % 1440) / 60), ["час", "часа", "часов"]],
    [minutes % 60, ["минуту", "минуты", "минут"]],
  ];
  return parts.filter(([count]) => count > 0).slice(0, 2).map(([count, words]) => plural(count, ...words)).join(" ") || "меньше минуты";
}

export const zoneCity = () => ({ "Asia/Tomsk": "Томск" })[zone] ?? zone.split("/").pop().replace(/_/g, " ");
