// Sums with words and places, without a page: which word a pointer means, how marks lie over each other, where their
// names stand.

/** The first number from `from` up to `to` for which the test holds, if it holds for all behind it too. */
export function firstThat(from, to, test) {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The number of the box that is nearest to a point; first the line counts, then the place in it. */
export function nearest(boxes, x, y) {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  boxes.forEach((box, at) => {
    const down = Math.max(box.top - y, 0, y - box.bottom);
    const across = Math.max(box.left - x, 0, x - box.right);
    const far = down * 1000 + across;
    if (far < least) [best, least] = [at, far];
  });
  return best;
}

/** Give each mark the first free line under the words, so that marks that overlap do not hide each other. */
export function lanes(marks) {
  const busy = [];
  const ordered = [...marks].sort((one, other) => one.first - other.first || other.last - one.last);
  return ordered.map(mark => {
    let lane = busy.findIndex(until => until < mark.first);
    if (lane < 0) lane = busy.length;
    busy[lane] = mark.last;
    return { ...mark, lane };
  });
}

/** Where the names of marks begin: each above its first word, or behind the name before it on the same line. */
export function placeNames(names, gap = 3) {
  let line = null;
  let free = 0;
  return names.map(({ top, left, width }) => {
    if (line === null || Math.abs(top - line) > 4) [line, free] = [top, 0];
    const at = Math.max(left, free);
    free = at + width + gap;
    return at;
  });
}

/** Put one range of words into the numbers of a range that is chosen: its ends moved by a word; null if it can't be. */
export function moved([first, last], end, by, count) {
  const next = end === "begin" ? [first + by, last] : [first, last + by];
  return next[0] >= 0 && next[1] < count && next[0] <= next[1] ? next : null;
}
