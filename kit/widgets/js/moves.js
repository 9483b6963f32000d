// Where a key leads in a text of words that have numbers. `text` has `count` words, the first word of each sentence in
// `sentences`, that of each paragraph in `paragraphs`.

/** The place of the part (sentence, paragraph) in which a word stands: the last one that begins at it or before. */
export const partOf = (starts, word) =>
  Math.max(
    0,
    starts.findLastIndex(start => start <= word),
  );

/** The first and the last word of a part. */
export function bounds(starts, part, count) {
  return [starts[part] ?? 0, (starts[part + 1] ?? count) - 1];
}

/** The first word of the next part, or of this one and then of the one before. */
function step(starts, at, way) {
  const part = partOf(starts, at);
  if (way > 0) return starts[part + 1] ?? at;
  return at > starts[part] ? starts[part] : (starts[part - 1] ?? starts[0] ?? 0);
}

/** With Shift a step takes in whole sentences: to the end of this one, and then of the next. */
function stretch(starts, at, way, count) {
  const part = partOf(starts, at);
  const [first, last] = bounds(starts, part, count);
  if (way > 0) return at < last ? last : bounds(starts, Math.min(part + 1, starts.length - 1), count)[1];
  return at > first ? first : bounds(starts, Math.max(part - 1, 0), count)[0];
}

/** The word that a key leads to from another, or null if it is no key of the text. */
export function goal(text, at, { key, far = false, shift = false }) {
  const { sentences, paragraphs, count } = text;
  const [first, last] = bounds(sentences, partOf(sentences, at), count);
  const whole = way => (shift ? stretch(sentences, at, way, count) : step(sentences, at, way));
  switch (key) {
    case "ArrowRight":
      return far ? whole(1) : Math.min(at + 1, count - 1);
    case "ArrowLeft":
      return far ? whole(-1) : Math.max(at - 1, 0);
    case "ArrowDown":
      return whole(1);
    case "ArrowUp":
      return whole(-1);
    case "Home":
      return far ? 0 : first;
    case "End":
      return far ? count - 1 : last;
    case "PageDown":
      return step(paragraphs, at, 1);
    case "PageUp":
      return step(paragraphs, at, -1);
    default:
      return null;
  }
}
