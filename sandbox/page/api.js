// The people API of the sandbox (sandbox/server.py). Every refusal becomes an Error with the server's sentence.

/** The server's refusals in the words of the page; others are shown as they came. */
const REFUSALS = {
  "the bot is blocked: unblock it first": "Бот заблокирован. Сначала разблокируйте его.",
  "not a member of this chat": "Этот человек не состоит в чате.",
  "only administrators write in a channel": "В канал пишут только администраторы.",
  "the text is empty": "Сообщение пустое.",
  "the message is gone": "Этого сообщения уже нет.",
  "no such person": "Такого человека нет.",
  "no such chat": "Такого чата нет.",
  "time only moves forward": "Часы идут только вперёд.",
  "the sandbox was started without a calendar": "Песочница запущена без производственного календаря.",
  "this clock cannot be moved": "Эти часы не переводятся.",
  "Bad Request: IMAGE_PROCESS_FAILED": "Это не похоже на фотографию. Отправьте файлом, без сжатия.",
  "Bad Request: PHOTO_INVALID_DIMENSIONS": "Слишком вытянутая или большая фотография. Отправьте файлом, без сжатия.",
  "Bad Request: file must be non-empty": "Файл пустой: Telegram его не примет.",
  "Request Entity Too Large": "Файл слишком большой для Telegram.",
  "the payload of a link is": "Telegram не примет такую ссылку: после start= допустимы 1–64 знака A–Z, a–z, 0–9, _ и -.",
};

function inWords(error, status) {
  const known = Object.keys(REFUSALS).find((start) => error?.startsWith(start));
  return known ? REFUSALS[known] : error || `Песочница отказала: ${status}`;
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("Песочница не отвечает. Проверьте, что она запущена.");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(inWords(body.error, response.status));
  return body;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const chatPath = (person, chat) => `/people/${person}/chats/${chat}`;

export const state = () => ask("/people/state");
export const messages = async (person, chat, after) =>
  (await ask(`${chatPath(person, chat)}/messages?after=${after}`)).messages;
export const send = (person, chat, message) => post(`${chatPath(person, chat)}/send`, message);
export const press = async (person, chat, place) => (await post(`${chatPath(person, chat)}/press`, place)).answer;
export const start = (person, bot, payload) =>
  post(`/people/${person}/start`, payload ? { bot_id: bot, payload } : { bot_id: bot });
export const block = (person, bot) => post(`/people/${person}/block`, { bot_id: bot });
export const unblock = (person, bot) => post(`/people/${person}/unblock`, { bot_id: bot });
export const addPerson = (name, language) => post("/people", { name, language });
export const botInChat = (person, chat, bot, rights) => post(`${chatPath(person, chat)}/bot`, { bot_id: bot, rights });
export const moveClock = (move) => post("/clock", { move });

/** The bot's command list as this person sees it: [{command, description}]. */
export const commands = async (person, bot) => (await ask(`/people/${person}/commands?bot_id=${bot}`)).commands;

/** Files with an optional caption; several of them make an album. */
export function sendFiles(person, chat, { files, caption, asDocument, replyTo, topic }) {
  const form = new FormData();
  if (caption) form.append("caption", caption);
  if (asDocument) form.append("as_document", "1");
  if (replyTo) form.append("reply_to", replyTo);
  if (topic) form.append("topic_id", topic);
  for (const file of files) form.append("file", file, file.name);
  return ask(`${chatPath(person, chat)}/send`, { method: "POST", body: form });
}
