// The same play as the other clients: send, edit, album, document up and down, callback, deep link.
// Arguments: address of the sandbox, token. Prints what happened as JSON.
import { Bot, InlineKeyboard, InputFile, InputMediaBuilder } from "grammy";

const [apiRoot, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
const seen = { errors: [] };

bot.command("start", async (ctx) => {
  seen.payload = ctx.match;
  const card = await ctx.reply("<b>Выберите</b> 😀", {
    parse_mode: "HTML",
    reply_markup: new InlineKeyboard().text("Да", "answer:yes").url("Сайт", "https://example.com"),
  });
  seen.entities = card.entities;
  const album = await ctx.replyWithMediaGroup([
    InputMediaBuilder.document(new InputFile(Buffer.from("один"), "один.txt")),
    InputMediaBuilder.document(new InputFile(Buffer.from("два"), "два.txt"), { caption: "оба" }),
  ]);
  seen.album = album.map((message) => message.media_group_id);
  const sent = await ctx.replyWithDocument(new InputFile(Buffer.from("содержимое"), "лист.txt"));
  const file = await ctx.api.getFile(sent.document.file_id);
  const answer = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  seen.downloaded = await answer.text();
  seen.fileName = sent.document.file_name;
  try {
    await ctx.reply("<b>без конца", { parse_mode: "HTML" });
  } catch (error) {
    seen.errors.push([error.error_code, error.description]);
  }
});

bot.callbackQuery("answer:yes", async (ctx) => {
  await ctx.editMessageText("Принято");
  await ctx.answerCallbackQuery({ text: "Спасибо", show_alert: true });
  seen.callback = ctx.callbackQuery.data;
  setTimeout(() => bot.stop().then(finish), 0);
});

function finish() {
  process.stdout.write(JSON.stringify(seen) + "\n");
  process.exit(0);
}

bot.catch((error) => {
  process.stderr.write(String(error.error) + "\n");
  process.exit(1);
});

await bot.start({ timeout: 5 });
