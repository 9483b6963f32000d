"""Reading `check("1.3", [...])` out of a cell without running it: one plain value, of words, numbers and brackets.

Python's own parser gets to see a value only after its brackets were counted and its words were looked at one by one:
text that nests deep enough brings the parser, and the marking with it, down.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kit.errors import KitError
from kit.grading.limits import Limits, check_time

BRACKETS = {"[": "]", "(": ")", "{": "}"}
CONSTANTS = ("None", "True", "False")
SKIPPED = (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT)
COMPUTED = re.compile(r"[rRuU]?[fFbB][rR]?['\"]")  # opens f"{x}" and b"x"
MAX_NUMBER_LENGTH = 40  # digits: more are no answer


class NotLiteralError(KitError):
    """What stands there is more than a plain value; the message names it."""


@dataclass(frozen=True, slots=True)
class TypedCall:
    """A `check(...)` in a cell: the id of the question, the value, or why there is none."""

    id: str
    value: object = None
    given: bool = False  # was there a second argument at all?
    problem: str = ""


def typed_calls(source: str, limits: Limits, name: str = "check") -> Iterator[TypedCall]:
    """Every call of `check` in the source of a cell, in their order; a value that is no plain value is a problem."""
    if len(source) > limits.words * 2:
        yield TypedCall("", problem=f"the cell has more than {limits.words * 2:,} characters")
        return
    tokens = _tokens(source)
    words = ["", *(token.string for token in tokens)]
    for at in range(len(tokens) - 1):
        before, word, after = words[at : at + 3]
        if word == name and after == "(" and before not in ("def", "lambda"):
            check_time()
            yield _call(tokens, at + 2, limits)


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


def _call(tokens: Sequence[tokenize.TokenInfo], at: int, limits: Limits) -> TypedCall:
    """The call whose first argument stands there. What follows its end is not looked at."""
    id = ""
    words = [token.string for token in tokens[at : at + 4]]
    try:
        if not words or tokens[at].type != tokenize.STRING:
            raise NotLiteralError("the number of the question is not in quotation marks")
        _check_literal(tokens[at])
        id = str(_value(words[:1], limits))
        if words[1:2] == [")"] or words[1:3] == [",", ")"]:
            return TypedCall(id)
        if words[1:2] != [","]:
            raise NotLiteralError("no comma follows the number of the question")
        named = words[3:] == ["="]  # check("1.3", answer=...)
        return TypedCall(id, _value(_checked(tokens, at + (4 if named else 2), limits), limits), given=True)
    except NotLiteralError as problem:
        return TypedCall(id, problem=str(problem))


def _checked(tokens: Sequence[tokenize.TokenInfo], at: int, limits: Limits) -> list[str]:
    """The words up to the closing bracket of the call, if Python's parser may see them: nothing but words in quotation
    marks, numbers, commas, colons and so many brackets. Raises NotLiteralError, which names the first other word.
    """
    words: list[str] = []
    missing = [")"]  # brackets that have to be closed, the innermost last
    for token in islice(tokens, at, None):
        word = token.string
        if token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
            break
        if word in BRACKETS:
            missing.append(BRACKETS[word])
            if len(missing) > limits.nesting + 1:
                raise NotLiteralError(f"more than {limits.nesting} brackets are nested inside each other")
        elif word in BRACKETS.values():
            if word != missing.pop():
                raise NotLiteralError("the brackets don’t match")
            if not missing:
                return words
        elif word in ("+", "-"):
            if words and words[-1] not in (*BRACKETS, ",", ":"):  # a chain of them nests, too
                raise NotLiteralError(f"there is “{word}”, and nothing is calculated here")
        elif word not in (*CONSTANTS, ",", ":"):
            _check_literal(token)
        words.append(word)
        if len(words) > limits.marks * 16:  # each value with a comma or a bracket
            raise NotLiteralError(f"it has more than {limits.marks * 8:,} values")
    raise NotLiteralError("the brackets are not closed")


def _check_literal(token: tokenize.TokenInfo) -> None:
    """Raises NotLiteralError unless this is words in quotation marks or a number."""
    word = _short(token.string)
    if COMPUTED.match(word):
        raise NotLiteralError(f"“{word}” is computed when it runs, and nothing is run here")
    if token.type == tokenize.ERRORTOKEN:
        raise NotLiteralError("a quotation mark has no partner")
    if token.type == tokenize.NUMBER:
        if len(token.string) > MAX_NUMBER_LENGTH or word[-1] in "jJ":
            raise NotLiteralError(f"“{word}” isn’t a number that can be an answer")
    elif token.type == tokenize.STRING:
        try:
            ast.literal_eval(token.string)
        except (SyntaxError, ValueError):
            raise NotLiteralError(f"“{word}” can't be read as words") from None
    else:
        plain = "words in quotation marks, numbers, and lists of them"
        raise NotLiteralError(f"“{word}” isn’t a plain value: those are {plain}")


def _value(words: Sequence[str], limits: Limits) -> object:
    """The one value that these words are, as data: every list, tuple and set a list."""
    try:
        (node,) = ast.parse(f"[{' '.join(words)}]", mode="eval").body.elts  # type: ignore[attr-defined]
        return _plain(node, limits)
    except NotLiteralError:
        raise
    except (SyntaxError, ValueError):
        raise NotLiteralError("a comma, a colon or a value is missing, or there is one too many") from None


def _plain(node: ast.expr, limits: Limits) -> object:
    match node:
        case ast.List() | ast.Tuple() | ast.Set():
            return [_plain(each, limits) for each in node.elts]
        case ast.Dict():
            keys = [_plain(key, limits) for key in node.keys if key]
            if not all(isinstance(key, str | int | float) for key in keys):
                raise NotLiteralError("what stands before a colon has to be words or a number")
            return dict(zip(keys, (_plain(each, limits) for each in node.values), strict=True)) or []
    value: object = ast.literal_eval(node)
    if not isinstance(value, str):
        return value
    if len(value) > limits.words:
        raise NotLiteralError(f"it has more than {limits.words:,} characters")
    return value.encode("utf-8", "replace").decode("utf-8")  # no half characters, out of escapes


def _short(words: str) -> str:
    return words if len(words) <= 30 else words[:29] + "…"
