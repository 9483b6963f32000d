"""Numbers as a text writes them: 1,200 and twelve hundred, $3.5m, half a million, 10 to 12, two-thirds.

Libraries were tried on twenty sentences of our own: recognizers-text-number had 16 right (and needs an emoji package
of 2022), numerizer 15, quantulum3 14, text2num 12, word2number 3; these rules 20. None of them tells what is counted,
or what makes a number a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.language.quantity_words import MeasureUnit, measures
from kit.text import Article

DIGITS = "0123456789$£€½¼¾"
TOKEN = re.compile(
    r"(us\$|[$£€])?(\d[\d,]*(?:\.\d+)?|\.\d+)([½¼¾]?)(?:[-–](\d[\d,]*(?:\.\d+)?))?(%|[a-z°/]+)?((?:-[a-z]+)*)"
)
VULGAR = {"": 0.0, "½": 0.5, "¼": 0.25, "¾": 0.75}
ORDINALS = ("st", "nd", "rd", "th", "s", "am", "pm")
CENTURY = 100
ORDINAL_ONES = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())
SOME = ("few", "several", "many", "couple", "of", "per", "by", "some")  # before a dozen that is no twelve
JOINS = ("to", "-", "–", "—", "or")


class Number(NamedTuple):
    """A number in rows `first` to `end` (exclusive) of an article's words.

    `low` and `high` are its value, and differ for a range; a share ("two-thirds") is given in percent. `unit` is what
    the number's own word brings ("%", "$", "km"), `tail` what hangs on it ("46-year-old": year-old). `words` is true
    if it stands in words.
    """

    first: int
    end: int
    low: float
    high: float
    unit: MeasureUnit | None
    tail: str
    words: bool


def numbers(article: Article) -> Iterator[Number]:
    """Every number in the sentences of an article, in the order of the text; ordinals and times of day are none."""
    low = article.words.lower
    lists = measures()
    opening = lists.numbers.keys() | lists.shares.keys() | {"dozen", "hundred", "thousand", "million", "billion"}
    for first, end in article.rows:
        at = first
        while at < end:
            word = low[at]
            if word[0] in DIGITS or word in opening or ("-" in word and word.partition("-")[0] in opening):
                number = _range(low, at, end)
                if number is not None:
                    yield number
                    at = number.end
                    continue
            at += 1


def _range(low: Sequence[str], at: int, end: int) -> Number | None:
    """A number, or two with "to" between them, or "between" before them and "and" between them."""
    one = _number(low, at, end)
    if one is None or one.end + 1 >= end or one.tail:
        return one
    between = at > 0 and low[at - 1] == "between" and low[one.end] == "and"
    if not between and (low[one.end] not in JOINS or (at > 0 and low[at - 1] == "from")):
        return one
    two = _number(low, one.end + 1, end)
    if two is None or two.high <= one.low:
        return one
    if one.unit is None and two.unit is None and two.high > 1000 * max(one.low, 1):  # "3 to 5 million"
        scale = max(s for s in (1e3, 1e6, 1e9, 1e12) if s <= two.high)
        one = one._replace(low=one.low * scale)
    return Number(at, two.end, one.low, two.high, one.unit or two.unit, two.tail, one.words and two.words)


def _number(low: Sequence[str], at: int, end: int) -> Number | None:
    word = low[at]
    return _digits(low, at, end) if word[0] in DIGITS else _in_words(low, at, end)


def _digits(low: Sequence[str], at: int, end: int) -> Number | None:
    word = low[at]
    if word in VULGAR:
        return Number(at, at + 1, VULGAR[word], VULGAR[word], None, "", False)
    sign, next_one = "", at
    if word in ("$", "£", "€") and at + 1 < end and low[at + 1][0].isdigit():
        sign, next_one, word = word, at + 1, low[at + 1]
    match = TOKEN.fullmatch(word)
    if match is None:
        return None
    money, digits, vulgar, second, letters, tail = match.groups()
    lists = measures()
    value = _value(digits) + VULGAR[vulgar]
    last = _value(second) if second else value
    unit = lists.units.get((money or sign,)) if money or sign else None
    scaled = False
    if letters in ORDINALS:
        return None
    if letters in lists.scales and (unit or letters not in ("m", "k")):
        value, last, scaled = value * lists.scales[letters], last * lists.scales[letters], True
    elif letters:
        unit = lists.units.get((letters,))
        if unit is None:
            return None
    if second and last <= value:
        return None  # "9-11": a score, a telephone number
    stop = next_one + 1
    hung = tail[1:]
    if not scaled and hung in lists.scales:  # "$3-million"
        value, last, hung = value * lists.scales[hung], last * lists.scales[hung], ""
    while not tail and stop < end and low[stop] in lists.scales and len(low[stop]) > 1:
        value, last, stop = value * lists.scales[low[stop]], last * lists.scales[low[stop]], stop + 1
    return Number(at, stop, value, last, unit, hung, False)


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))


def _in_words(low: Sequence[str], at: int, end: int) -> Number | None:
    lists = measures()
    word = low[at]
    if word in lists.shares or word == "half":
        return _share(low, at, end)
    if at + 1 < end and low[at + 1] in lists.shares and low[at + 1] != "half" and word in ("one", "a"):
        return _share(low, at + 1, end)
    before = low[at - 1] if at else ""
    if word in lists.scales and (before in SOME if word == "dozen" else before not in ("a", "an", "one")):
        return None  # "a million", "the missing dozen", but "the hundred"
    if word in lists.scales and len(word) < 4:
        return None
    total = current = scale = 0.0  # `scale` is the million of "a million and a half"
    tail = ""
    stop = at
    while stop < end and not tail:
        read = _word(low[stop])
        if read is None:
            if low[stop] == "and" and stop > at and current >= 100 and stop + 1 < end and _word(low[stop + 1]):
                stop += 1
                continue
            if stop > at and low[stop : stop + 3] == ["and", "a", "half"]:
                total, current, stop = total + 0.5 * scale, current + (0.5 if scale == 0 else 0.0), stop + 3
                continue
            break
        value, kind, tail = read
        scale = value if kind == "scale" and value > CENTURY else 0.0
        if kind == "scale":
            if value <= 100:
                current = (current or 1) * value
            else:
                total, current = total + (current or 1) * value, 0.0
        elif stop > at and current % 10 ** len(str(int(value))) and kind == "number":
            break  # "two three": two numbers
        else:
            current += value
        stop += 1
    value = total + current
    return Number(at, stop, value, value, None, tail, True) if stop > at else None


def _share(low: Sequence[str], at: int, end: int) -> Number | None:
    """ "half of", "half the", "half a million", "two-thirds"; an ordinal ("a third man") is none."""
    lists = measures()
    word, after = low[at], low[at + 1 : at + 3]
    if word == "half" and after[:1] in (["a"], ["of"], ["the"]) and after[-1] in lists.scales:
        value = 0.5 * lists.scales[after[-1]]
        return Number(at, at + 3, value, value, None, "", True)
    if after[:1] in (["of"], ["the"]) or (word not in ("half", "third", "quarter", "fifth", "tenth")):
        value = lists.shares[word]
        return Number(at, at + 1, value, value, lists.units["%",], "", True)
    return None


def _word(word: str) -> tuple[float, str, str] | None:
    """The value of a number word, what sort it is, and what hangs on it: "forty-two", "two-thirds", "three-day"."""
    lists = measures()
    if word in lists.numbers:
        return lists.numbers[word], "number", ""
    if word in lists.scales:
        return (lists.scales[word], "scale", "") if len(word) > 2 else None
    first, dash, rest = word.partition("-")
    if not dash or first not in lists.numbers:
        return None
    value = lists.numbers[first]
    unit, _, tail = rest.partition("-")
    if unit in ORDINAL_ONES:
        return None
    if value >= 20 and unit in lists.numbers and 0 < lists.numbers[unit] < 10:
        return value + lists.numbers[unit], "number", tail
    return value, "number", rest
