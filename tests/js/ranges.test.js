import assert from "node:assert/strict";
import test from "node:test";
import { speed } from "../../kit/widgets/js/autoscroll.js";
import { countInWords, wordsIn } from "../../kit/widgets/js/entry.js";
import { patternOf } from "../../kit/widgets/js/patterns.js";
import { firstThat, lanes, moved, nearest, placeNames } from "../../kit/widgets/js/ranges.js";

for (const [from, to, least, found] of [
  [0, 10, 4, 4],
  [0, 10, 0, 0],
  [0, 10, 99, 10],
  [3, 3, 0, 3],
]) {
  test(`the first from ${from} to ${to} that is at least ${least}`, () =>
    assert.equal(
      firstThat(from, to, at => at >= least),
      found,
    ));
}

// Two lines of two words each; between the words, and between the lines, nothing stands.
const boxes = [
  { left: 0, right: 30, top: 0, bottom: 20 },
  { left: 36, right: 70, top: 0, bottom: 20 },
  { left: 0, right: 40, top: 34, bottom: 54 },
  { left: 46, right: 80, top: 34, bottom: 54 },
];
for (const [x, y, word] of [
  [10, 10, 0],
  [-5, 10, 0],
  [32, 10, 0],
  [34, 10, 1],
  [200, 5, 1],
  [10, 26, 0],
  [10, 29, 2],
  [60, 200, 3],
]) {
  test(`the word at ${x}, ${y} is ${word}`, () => assert.equal(nearest(boxes, x, y), word));
}
test("where there is no word there is none near", () => assert.equal(nearest([], 1, 1), -1));

test("marks that overlap lie in lines below each other, the outer one first", () => {
  const found = lanes([
    { first: 1, last: 2 },
    { first: 0, last: 9 },
    { first: 2, last: 4 },
    { first: 3, last: 3 },
    { first: 10, last: 11 },
  ]);
  assert.deepEqual(
    found.map(({ first, last, lane }) => [first, last, lane]),
    [
      [0, 9, 0],
      [1, 2, 1],
      [2, 4, 2],
      [3, 3, 1],
      [10, 11, 0],
    ],
  );
});

test("names of marks stand above their words, or behind the name before them on the line", () => {
  const names = [
    { top: 0, left: 0, width: 40 },
    { top: 0, left: 20, width: 20 },
    { top: 0, left: 200, width: 40 },
    { top: 30, left: 10, width: 40 },
  ];
  assert.deepEqual(placeNames(names, 3), [0, 43, 200, 10]);
});

for (const [end, by, found] of [
  ["begin", -1, [1, 4]],
  ["begin", 2, [4, 4]],
  ["begin", 3, null],
  ["begin", -3, null],
  ["end", 1, [2, 5]],
  ["end", 2, null],
  ["end", -3, null],
]) {
  test(`the ${end} of words 2 to 4 of 6 moved by ${by}`, () => assert.deepEqual(moved([2, 4], end, by, 6), found));
}

test("a drag scrolls at the edges alone, and faster further out", () => {
  assert.equal(speed(300, 0, 600), 0);
  assert.ok(speed(20, 0, 600) < 0 && speed(-50, 0, 600) < speed(30, 0, 600));
  assert.ok(speed(590, 0, 600) > speed(570, 0, 600) && speed(570, 0, 600) > 0);
});

test("only what is right is green, and only what is wrong is red", () => {
  for (const shape of ["thick", "dots", "line", "dashes", "double", "dashdot"]) {
    assert.ok(!["green", "red"].includes(patternOf(shape).colour));
    assert.equal(patternOf(shape, "right").colour, "green");
    assert.equal(patternOf(shape, "wrong").colour, "red");
  }
});

for (const [text, least, most, words] of [
  ["", 5, 9, "0 words, 5 more to go"],
  ["one", 0, 0, "1 word"],
  ["a b  c\nd", 5, 9, "4 words, 1 more to go"],
  ["a b c d e", 5, 9, "5 words"],
  ["a b c d e f g h i j", 5, 9, "10 words, 1 more than asked for"],
]) {
  test(`“${text}” has ${words}`, () => assert.equal(countInWords(text, least, most), words));
}
test("a word is what stands between blanks", () => assert.equal(wordsIn(" it’s — well-known "), 3));
