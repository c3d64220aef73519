// Which files go together: Telegram never mixes photos and documents in one album, and a voice goes alone.

const PHOTOS = ["image/jpeg", "image/png", "image/webp"];
const VOICES = ["audio/ogg", "audio/webm"];

/** Lists of files, each to be sent as one message or one album. */
export function albums(files, asDocument) {
  if (asDocument) return [files];
  const photos = files.filter(({ type }) => PHOTOS.includes(type));
  const voices = files.filter(({ type }) => VOICES.includes(type));
  const others = files.filter(({ type }) => !PHOTOS.includes(type) && !VOICES.includes(type));
  return [photos, others, ...voices.map((voice) => [voice])].filter((group) => group.length);
}
