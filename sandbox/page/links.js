// Telegram's own links, understood by the sandbox: bots with a payload, public chats, messages of chats.

/** {bot, start} or {chat, message} of this sandbox, or null for any other address. */
export function deepLink(address, store) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol === "tg:") return resolve(url.searchParams.get("domain"), url.searchParams.get("start"), url.searchParams.get("post"), store);
  if (!["t.me", "telegram.me", "www.t.me"].includes(url.hostname)) return null;
  const [name, ...rest] = url.pathname.split("/").filter(Boolean);
  if (name === "c") return byNumber(rest, store);
  return resolve(name, url.searchParams.get("start"), rest.at(-1), store);
}

function resolve(name, start, post, store) {
  const wanted = name?.toLowerCase();
  if (!wanted) return null;
  const bot = store.bots.find((item) => item.username?.toLowerCase() === wanted);
  if (bot) return { bot, start };
  const chat = [...store.chats.values()].find((item) => item.username?.toLowerCase() === wanted && item.type !== "private");
  return chat ? { chat, message: Number(post) || null } : null;
}

function byNumber([number, ...rest], store) {
  const chat = [...store.chats.values()].find((item) => item.id === Number(`-100${number}`));
  return chat ? { chat, message: Number(rest.at(-1)) || null } : null;
}
