"""Characters that need a name: blanks of every width, and marks that a reader does not see."""

from __future__ import annotations

# Part of the character before them: joiners (emoji families, Persian), variation selectors (❤ or ❤️).
JOINERS = "\u200c\u200d\ufe00-\ufe0f"
# Seen by nobody and part of no word: soft hyphen, zero-width space, direction marks, word joiner, byte order mark.
UNSEEN = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# Accents and vowel signs written after their letter (Latin, Cyrillic, Hebrew, Arabic, Devanagari, Thai, symbols).
ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
NEWLINES = "\n\v\f\r\x85\u2028\u2029"


def _spelled_out(ranges: str) -> str:
    """The characters of a regular expression's character class, one by one."""
    parts = ranges.split("-")
    spelled = parts[0]
    for part in parts[1:]:
        spelled += "".join(map(chr, range(ord(spelled[-1]) + 1, ord(part[0]) + 1))) + part[1:]
    return spelled


# For str.strip: what white space is to Python, and what nobody sees.
SPACES = "".join(chr(n) for n in range(0x3001) if chr(n).isspace())
BLANKS = SPACES + _spelled_out(UNSEEN)
ATTACHED = _spelled_out(ACCENTS) + _spelled_out(JOINERS)
HIDDEN = BLANKS + _spelled_out(JOINERS)  # joiners with nothing before them to join
