// The people API of the sandbox (sandbox/server.py). Every refusal becomes an Error with the server's sentence.

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("Песочница не отвечает. Проверьте, что она запущена.");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error || `Песочница отказала: ${response.status}`);
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
export async function commands(person, bot) {
  const answer = await ask(`/people/${person}/commands?bot_id=${bot}`);
  return Array.isArray(answer) ? answer : answer.commands;
}

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
