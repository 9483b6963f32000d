// The line under a mark: each label has a pattern and a colour of its own, so neither has to be seen alone.

const PATTERNS = {
  thick: { height: 3, colour: "blue", image: c => `linear-gradient(${c} 0 0)` },
  dots: {
    height: 3,
    colour: "magenta",
    image: c => `repeating-linear-gradient(90deg, ${c} 0 3px, transparent 3px 6px)`,
  },
  line: { height: 1.5, colour: "ochre", image: c => `linear-gradient(${c} 0 0)` },
  dashes: {
    height: 2.5,
    colour: "violet",
    image: c => `repeating-linear-gradient(90deg, ${c} 0 9px, transparent 9px 14px)`,
  },
  double: { height: 3, colour: "rust", image: c => `linear-gradient(${c} 0 1px, transparent 1px 2px, ${c} 2px 3px)` },
  dashdot: {
    height: 2.5,
    colour: "teal",
    image: c =>
      `repeating-linear-gradient(90deg, ${c} 0 8px, transparent 8px 11px, ${c} 11px 13px, transparent 13px 16px)`,
  },
  missed: {
    height: 3,
    colour: "faint",
    image: c => `repeating-linear-gradient(90deg, ${c} 0 2px, transparent 2px 4px)`,
  },
};
/** A mark that was checked has the colour of what was said of it: a wrong one never looks like a right one. */
const TONES = { right: "green", wrong: "red", free: "faint", partly: "ochre", missed: "faint" };

export const LANE = 4; // from one line under a word to the next
export const DEEPEST = 2; // lines under a word that are drawn, counted from 0; the list has every mark

export function patternOf(shape, tone) {
  const pattern = PATTERNS[shape];
  const colour = TONES[tone] ?? pattern.colour;
  return { height: pattern.height, image: pattern.image(`var(--kit-${colour})`), colour };
}

/** The lines of all marks over a piece of text, as custom properties that the style sheet puts under the words. */
export function paint(piece, marks) {
  const drawn = marks.filter(mark => mark.lane <= DEEPEST);
  const set = (name, value) => (marks.length ? piece.style.setProperty(name, value) : piece.style.removeProperty(name));
  const patterns = drawn.map(mark => patternOf(mark.shape, mark.tone));
  set("--lines", patterns.map(pattern => pattern.image).join(", "));
  set("--sizes", patterns.map(pattern => `100% ${pattern.height}px`).join(", "));
  set("--places", drawn.map(mark => `0 calc(100% - ${(DEEPEST - mark.lane) * LANE}px)`).join(", "));
  const inner = marks.reduce(
    (one, other) => (!one || other.last - other.first <= one.last - one.first ? other : one),
    null,
  );
  set(
    "--wash",
    inner ? `color-mix(in srgb, var(--kit-${patternOf(inner.shape, inner.tone).colour}) 13%, transparent)` : "",
  );
}

/** A small sample of a label: its pattern under its name. */
export function sampleOf(element, shape, tone) {
  const { image, height, colour } = patternOf(shape, tone);
  element.style.setProperty("--lines", image);
  element.style.setProperty("--sizes", `100% ${height}px`);
  element.style.setProperty("--tint", `var(--kit-${colour})`);
  return element;
}
