// All that the controls say, in one place. What Python words itself (questions, results, reasons) comes from there.

export const counted = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;

/** What a check says of a mark, an option or a card. */
export const HOW = {
  found: { sign: "✓", name: "found", tone: "right" },
  extra: { sign: "✗", name: "one too many", tone: "wrong" },
  free: { sign: "~", name: "can be seen either way", tone: "free" },
  verdict: { sign: "◐", name: "found, with another verdict", tone: "partly" },
  missed: { sign: "?", name: "missed", tone: "missed" },
  right: { sign: "✓", name: "right", tone: "right" },
  wrong: { sign: "✗", name: "not this one", tone: "wrong" },
};

export const KEPT = {
  saving: "Saving …",
  silent: "Not saved yet: Python isn’t answering. It may be busy. If it was restarted, run this cell again.",
  gone: "Python has stopped, so nothing is being saved. Run this cell again (Shift+Enter) and your saved answer comes back.",
};

export const CHECK = {
  button: "Check my answer",
  silent: "Not checked yet: Python isn’t answering. It may be busy. If it was restarted, run this cell again.",
  stale: "You’ve changed your answer since then. This is about the earlier one:",
};

export const NOTHING = {
  ticked: label => `Your answer: ${label.toLowerCase()}.`,
  open: "Taken back. You can answer again.",
  inTheWay: (number, thing) =>
    `You have ${counted(number, thing)}. Remove ${number === 1 ? "it" : "them"} and say that there’s nothing here?`,
  yes: (number, thing) => `Remove ${number === 1 ? `the ${thing}` : `all ${counted(number, thing)}`}`,
  no: thing => `Keep my ${thing}s`,
};

export const TEXT = {
  keysName: "Keys",
  keys: "Tab goes into the text, ← and → from word to word, ↑ and ↓ from sentence to sentence; with Shift they choose more.",
  chooseFirst: "Choose words in the text first: with the mouse, or with Tab and the arrow keys.",
  chosen: (number, words) => `${counted(number, "word")} chosen: ${words}`,
  sentence: (number, all, words) => `Sentence ${number} of ${all}: ${words}`,
  sentenceName: (number, all) => `Sentence ${number} of ${all}`,
  noFurther: "It can’t go any further that way.",
  ends: "Where the chosen words begin and end",
  begin: "Begin",
  end: "End",
  earlier: end => `${end} one word earlier`,
  later: end => `${end} one word later`,
};

export const MARKS = {
  label:
    "Text to mark. Left and right arrows go from word to word, up and down from sentence to sentence, Shift and arrows choose more, Enter marks, Delete takes a mark away.",
  bar: "Mark the chosen words as",
  help: several => `Drag over words, or tap one, then press ${several ? "a label" : "the button"}.`,
  keys: `${TEXT.keys} A number marks with its label, Enter with the one used last; Delete takes the mark away, Escape lets go.`,
  pen: (name, number) => (number ? `${number} ${name}` : `Mark as ${name}`),
  made: (name, words, number, note) => `Marked as ${name}: ${words}. ${counted(number, "mark")} so far.${note}`,
  there: (name, words) => `${words} is already marked as ${name}.`,
  untick: label => ` The tick at “${label.toLowerCase()}” has been removed.`,
  changed: (name, words) => `Changed: ${words} is now ${name}.`,
  changing: (name, words) =>
    `Changing ${name}, ${words}. Choose other words or press another label; Enter keeps it, Escape leaves it as it was.`,
  left: "Left as it was.",
  away: (name, words, left) => `Taken away: ${name}, ${words}. ${counted(left, "mark")} left.`,
  noneHere: "There is no mark on this word.",
  takeAway: "Unmark",
  change: what => `Change ${what}`,
  remove: what => `Take away ${what}`,
  show: what => `Show in the text: ${what}`,
  head: number => (number ? `Your ${counted(number, "mark")}` : "No marks yet"),
  empty: "What you mark appears here.",
  missed: "Not marked, though it is in the key",
};

export const PAIRS = {
  label:
    "Text to link passages in. Left and right arrows go from word to word, up and down from sentence to sentence, Shift and arrows choose more, Enter takes the words as a passage.",
  help: "Drag over words, or tap one, then press the button. Then do the same with the words to link them with.",
  keys: `${TEXT.keys} Enter takes the words, Delete takes a pair away, Escape begins again.`,
  first: "Take the chosen words as the first passage",
  second: "Link the chosen words with it",
  again: "Begin again",
  begun: words => `First passage: ${words}. Now choose the second.`,
  over: "The two passages overlap. Choose other words, or press Escape to begin again.",
  linked: (number, one, other, verdicts) =>
    `Pair ${number} linked: ${one} and ${other}.${verdicts ? " Now choose a verdict from the list." : ""}`,
  letGo: "The first passage is cleared. Begin again where you like.",
  away: (number, left) => `Pair ${number} taken away. ${counted(left, "pair")} left.`,
  noneHere: "There is no passage on this word.",
  verdict: (number, name) => (name ? `Pair ${number}: ${name}.` : `Pair ${number} has no verdict.`),
  ask: "choose a verdict …",
  asks: (number, one, other) => `How pair ${number} goes together: ${one} and ${other}`,
  remove: number => `Take away pair ${number}`,
  show: (number, which) => `Show in the text: the ${which} passage of pair ${number}`,
  passage: (which, number) => `${which} passage of pair ${number}`,
  open: "first passage, not linked yet",
  missedPassage: which => `${which} passage of a pair that you missed`,
  head: number => (number ? `Your ${counted(number, "pair")}` : "No pairs yet"),
  empty: "What you link appears here.",
  missed: "Not linked, though it is in the key",
};

export const LADDER = {
  tray: "Cards that are not placed yet",
  trayName: "To place",
  choose: "choose …",
  list: card => `Rung of: ${card}`,
  nowhere: "not placed yet",
  placed: (card, rung, open) =>
    `${card}: ${rung}. ${open ? `${counted(open, "card")} to go.` : "All cards are placed."}`,
  done: "All cards are placed.",
  help: "Drag each card to its step, or choose the step from the list on the card.",
};

export const OPTIONS = {
  one: "Choose one",
  several: "Tick all that apply",
  now: letters => (letters ? `Your answer: ${letters}.` : "No option is chosen."),
  back: "Take my answer back",
  open: "Taken back. You can answer again.",
};

export const ENTRY = {
  asks: { number: "Your number", rewrite: "Your sentence", prose: "Your text" },
  count: (words, rest) => counted(words, "word") + (rest ? `, ${rest}` : ""),
  more: number => `${number} more to go`,
  tooMany: number => `${number} more than asked for`,
  report: "What is kept and what is lost",
};

export const EXPLORE = {
  name: "Explore a text",
  practice: "A practice text",
  paste: "Or paste a text, or the address of a web page (https://…)",
  open: "Open",
  look: "Look at this text",
  another: "Another text",
  asking: "Asking Python …",
  silent: "Python isn’t answering. It may be busy. If it was restarted, run this cell again.",
  progress: "How far the helper has got",
  tabs: "What to look at",
  looking: "The helper is looking …",
  text: "The text, marked",
  aside: number => `Set aside by you: ${number}`,
  allAside: "You’ve set everything here aside.",
  trust: "How reliable is this?",
  sure: "Show only marks of a kind that was right in real news at least this often:",
  share: value => `${value} in 100`,
  other: "The other passage",
  otherOf: (number, lead) => `The other passage of ${number}, ${lead}`,
  notOne: "This is wrong",
  setAside: (number, lead) => `This is wrong: set aside ${number}, ${lead}`,
  why: "What is wrong with it?",
  whyMissing: "Say in a few words what’s wrong with it.",
  keepAside: "Set aside",
  cancel: "Cancel",
  back: "Put back",
  backName: lead => `Put back: ${lead}`,
  reason: "Your reason: ",
  counts: "What the helper marked",
  heads: ["Question", "Marked", "Set aside by you"],
  questions: "Questions to ask about this text",
  drawing: "Drawing the picture …",
  alt: title => `${title} The same in words is below.`,
  inWords: "The same in words",
};

export const SURVEY = {
  name: "A survey of stories",
  stories: "The stories",
  find: "Find in headlines: ",
  outlet: "Outlet: ",
  everyOutlet: "every outlet",
  earlier: "Earlier rows",
  more: "More rows",
  opened: "The story, marked",
  shown: (first, last, all) =>
    all ? `Stories ${first} to ${last} of ${all}. Choose one to see its marks.` : "No story matches.",
  silent: "Python isn’t answering yet. It may be busy.",
  gone: "Python has stopped. Run this cell again to open stories.",
};
