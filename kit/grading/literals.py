"""Reading `check("1.3", [...])` out of a cell without running it: only Python's literals, token by token.

Python's own parser is not used on purpose: text that nests deep enough brings it, and the marking with it, down.
"""

from __future__ import annotations

import io
import tokenize
from ast import literal_eval
from collections.abc import Iterator
from dataclasses import dataclass

from kit.errors import KitError
from kit.grading.limits import Limits
from kit.grading.timing import look

OPENING = {"[": "]", "(": ")", "{": "}"}
WORDS = {"None": None, "True": True, "False": False}
SKIPPED = (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT)
LONGEST_NUMBER = 40  # digits: more are no answer


class NotLiteralError(KitError):
    """What stands there is more than plain values; the message names it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A `check(...)` in a cell: the id of the question, the value, or why there is none."""

    id: str
    value: object = None
    given: bool = False  # was there a second argument at all?
    problem: str = ""


def calls(source: str, limits: Limits, name: str = "check") -> Iterator[Call]:
    """Every call of `check` in the source of a cell, in their order; a value that is no plain value is a problem."""
    if len(source) > limits.words * 2:
        yield Call("", problem=f"the cell has more than {limits.words * 2:,} characters")
        return
    tokens = _tokens(source)
    for at, token in enumerate(tokens):
        after = tokens[at + 1 : at + 2]
        if token.type == tokenize.NAME and token.string == name and after and after[0].string == "(":
            before = tokens[at - 1].string if at else ""
            if before not in ("def", "lambda"):
                look()
                yield _Reader(tokens, at + 2, limits).call()


def _tokens(source: str) -> list[tokenize.TokenInfo]:
    """The tokens of a cell, as far as they can be made out. Lines that are no Python (%magic, !shell) are left out."""
    lines = [line for line in source.splitlines(keepends=True) if not line.lstrip().startswith(("%", "!"))]
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO("".join(lines)).readline):
            if token.type not in SKIPPED:
                found.append(token)
    except (tokenize.TokenError, SyntaxError, ValueError):
        pass  # what came before the slip is kept; a call that is cut off says so
    return found


class _Reader:
    """Reads one call from its first argument on."""

    def __init__(self, tokens: list[tokenize.TokenInfo], at: int, limits: Limits):
        self._tokens, self._at, self._limits = tokens, at, limits
        self._values = 0

    def call(self) -> Call:
        """The call as far as it can be read. What follows its end is not looked at."""
        id = ""
        try:
            first = self._value(0)
            if not isinstance(first, str):
                raise NotLiteralError("the number of the question is not in quotation marks")
            id = first
            if self._take(")"):
                return Call(id)
            self._need(",")
            if self._take(")"):
                return Call(id)
            if self._peek().type == tokenize.NAME and self._after() == "=":
                self._at += 2  # check("1.3", answer=...)
            value = self._value(0)
            self._take(",")
            self._need(")")
        except NotLiteralError as problem:
            return Call(id, problem=str(problem))
        return Call(id, value, given=True)

    def _peek(self) -> tokenize.TokenInfo:
        if self._at >= len(self._tokens) or self._tokens[self._at].type == tokenize.ENDMARKER:
            raise NotLiteralError("the brackets are not closed")
        token = self._tokens[self._at]
        if token.type == tokenize.NEWLINE:
            raise NotLiteralError("the brackets are not closed")
        return token

    def _after(self) -> str:
        return self._tokens[self._at + 1].string if self._at + 1 < len(self._tokens) else ""

    def _take(self, string: str) -> bool:
        there = self._peek().string == string and self._peek().type == tokenize.OP
        self._at += there
        return there

    def _need(self, string: str) -> None:
        if not self._take(string):
            found = self._peek().string
            raise NotLiteralError(
                f"there is “{_short(found)}” where “{string}” was expected, and nothing is worked out here"
            )

    def _value(self, depth: int) -> object:
        """A string, a number, True, False, None, or a list, tuple, set or dict of them."""
        self._values += 1
        if depth > self._limits.nesting:
            raise NotLiteralError(f"more than {self._limits.nesting} brackets stand one inside the other")
        if self._values > self._limits.marks * 8:
            raise NotLiteralError(f"it has more than {self._limits.marks * 8:,} values")
        token = self._peek()
        if token.type == tokenize.STRING:
            return self._strings()
        if token.type == tokenize.NUMBER or token.string in ("-", "+"):
            return self._number()
        if token.string in WORDS:
            self._at += 1
            return WORDS[token.string]
        if token.string in OPENING:
            self._at += 1
            return self._several(token.string, depth)
        if token.string in OPENING.values():
            raise NotLiteralError("the brackets do not fit together")
        if token.type == tokenize.ERRORTOKEN:
            raise NotLiteralError("a quotation mark has no partner")
        plain = "words in quotation marks, numbers, and lists of them"
        raise NotLiteralError(f"“{_short(token.string)}” is no plain value: those are {plain}")

    def _strings(self) -> str:
        """One string, or several side by side, which Python joins."""
        parts = []
        while (token := self._peek()).type == tokenize.STRING:
            prefix = token.string[: min(token.string.find(mark) % len(token.string) for mark in "'\"")].lower()
            if "f" in prefix or "b" in prefix:
                raise NotLiteralError(f"“{_short(token.string)}” is computed when it runs, and nothing is run here")
            try:
                # Safe: it is one string token, so nothing nests and nothing runs.
                parts.append(str(literal_eval(token.string)))
            except (ValueError, SyntaxError):
                raise NotLiteralError(f"“{_short(token.string)}” can't be read as words") from None
            self._at += 1
        text = "".join(parts).encode("utf-8", "replace").decode("utf-8")  # no half characters, out of escapes
        if len(text) > self._limits.words:
            raise NotLiteralError(f"it has more than {self._limits.words:,} characters")
        return text

    def _number(self) -> int | float:
        sign = 1
        while self._peek().string in ("-", "+"):
            sign = -sign if self._peek().string == "-" else sign
            self._at += 1
        token = self._peek()
        if token.type != tokenize.NUMBER or len(token.string) > LONGEST_NUMBER:
            raise NotLiteralError(f"“{_short(token.string)}” is no number that can be an answer")
        self._at += 1
        value = literal_eval(token.string)
        if isinstance(value, complex):
            raise NotLiteralError(f"“{_short(token.string)}” is no number that can be an answer")
        return sign * (int(value) if isinstance(value, int) else float(value))

    def _several(self, opening: str, depth: int) -> object:
        closing = OPENING[opening]
        values: list[object] = []
        pairs: dict[object, object] = {}
        comma = False
        while not self._take(closing):
            if values or pairs:
                if not comma:
                    self._need(",")
                if self._take(closing):
                    comma = True
                    break
            value = self._value(depth + 1)
            if opening == "{" and self._take(":"):
                if not isinstance(value, str | int | float):
                    raise NotLiteralError("what stands before a colon has to be words or a number")
                pairs[value] = self._value(depth + 1)
            else:
                values.append(value)
            comma = self._take(",")
        if pairs and values:
            raise NotLiteralError("some values in the curly brackets have a colon and some have none")
        if opening == "{":
            return pairs or values
        if opening == "(" and len(values) == 1 and not comma:
            return values[0]  # round brackets around one value mean nothing
        return values


def _short(words: str) -> str:
    return words if len(words) <= 30 else words[:29] + "…"
