import assert from "node:assert/strict";
import test from "node:test";
import { bounds, goal, partOf } from "../../kit/widgets/js/moves.js";

// Words 0 to 9 in three sentences (0–2, 3–3, 4–9) and two paragraphs (0–3, 4–9).
const text = { sentences: [0, 3, 4], paragraphs: [0, 4], count: 10 };

for (const [word, part, ends] of [
  [0, 0, [0, 2]],
  [2, 0, [0, 2]],
  [3, 1, [3, 3]],
  [9, 2, [4, 9]],
]) {
  test(`word ${word} stands in sentence ${part}`, () => {
    assert.equal(partOf(text.sentences, word), part);
    assert.deepEqual(bounds(text.sentences, part, text.count), ends);
  });
}

for (const [from, keys, to] of [
  [0, { key: "ArrowRight" }, 1],
  [9, { key: "ArrowRight" }, 9],
  [0, { key: "ArrowLeft" }, 0],
  [1, { key: "ArrowDown" }, 3],
  [3, { key: "ArrowDown" }, 4],
  [5, { key: "ArrowDown" }, 5], // the last sentence: there is no next one
  [5, { key: "ArrowUp" }, 4], // first to the beginning of this sentence
  [4, { key: "ArrowUp" }, 3],
  [0, { key: "ArrowUp" }, 0],
  [1, { key: "ArrowRight", far: true }, 3],
  [1, { key: "ArrowDown", shift: true }, 2], // with Shift: whole sentences
  [2, { key: "ArrowDown", shift: true }, 3],
  [9, { key: "ArrowDown", shift: true }, 9],
  [5, { key: "ArrowUp", shift: true }, 4],
  [4, { key: "ArrowUp", shift: true }, 3],
  [6, { key: "Home" }, 4],
  [6, { key: "End" }, 9],
  [6, { key: "Home", far: true }, 0],
  [1, { key: "End", far: true }, 9],
  [1, { key: "PageDown" }, 4],
  [6, { key: "PageUp" }, 4],
  [4, { key: "PageUp" }, 0],
  [6, { key: "x" }, null],
]) {
  const name = [keys.far && "Control", keys.shift && "Shift", keys.key].filter(Boolean).join("+");
  test(`${name} leads from word ${from} to ${to}`, () => assert.equal(goal(text, from, keys), to));
}

test("a text without words leads nowhere", () => {
  assert.equal(partOf([], 0), 0);
  assert.deepEqual(bounds([], 0, 0), [0, -1]);
});
