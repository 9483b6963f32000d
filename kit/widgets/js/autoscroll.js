// While something is dragged near the edge of what scrolls, it scrolls.

import { scrollerOf } from "./dom.js";

const EDGE = 40; // pixels from the edge at which it begins
const FASTEST = 14; // pixels a frame

/** How far to scroll a frame for a pointer at this height in a window from `top` to `bottom`. */
export function speed(y, top, bottom) {
  const edge = Math.min(EDGE, (bottom - top) / 4);
  if (y < top + edge) return -Math.ceil((FASTEST * Math.min(edge, top + edge - y)) / edge);
  if (y > bottom - edge) return Math.ceil((FASTEST * Math.min(edge, y - bottom + edge)) / edge);
  return 0;
}

/** Scroll around an element while its pointer is near an edge; `moved` is called after each step. */
export function autoscroll(element, moved, own = null) {
  let y = null;
  let frame = 0;
  const tick = () => {
    frame = 0;
    const scroller = own ?? scrollerOf(element); // what scrolls is known only now: a page grows
    const page = scroller === document.scrollingElement;
    const box = page ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
    const top = Math.max(0, box.top);
    const bottom = Math.min(window.innerHeight, box.bottom);
    const by = y === null ? 0 : speed(y, top, bottom);
    const whole = element.getBoundingClientRect();
    // No further than the element goes: what is dragged below its end makes the page longer, and so for ever.
    if (!by || (by > 0 ? whole.bottom <= bottom : whole.top >= top)) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += by;
    if (scroller.scrollTop !== before) {
      moved(scroller.scrollTop - before);
      frame = requestAnimationFrame(tick);
    }
  };
  return {
    at(now) {
      y = now;
      if (!frame) frame = requestAnimationFrame(tick);
    },
    stop() {
      y = null;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
