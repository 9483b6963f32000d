"""A slip in a cell, such as a quotation mark that is missing, told in a sentence and not as a SyntaxError."""

from __future__ import annotations

from typing import Any

from IPython.core.getipython import get_ipython

QUOTATION_MARKS = "“”„«»‘’"
CURLY = 'Python wants straight quotation marks here: "…". Type them again on your keyboard, then run the cell again.'
UNCLOSED = 'A quotation mark is missing: a name needs two of them, as in "Ana". Put it in and run the cell again.'
BRACKET_SIGNS = ("was never closed", "unmatched", "does not match", "incomplete input", "unexpected EOF")
BRACKET = "A bracket is missing, or there is one too many. Each ( needs a ). Put it right and run the cell again."
OTHER = "The kit can’t read this cell."
UNDO = "Ctrl + Z (on a Mac: Cmd + Z) takes back what you typed, step by step."


def slip_in_words(error: SyntaxError) -> str:
    """What is wrong in a cell that is no Python, as a pupil needs it.

    >>> slip_in_words(SyntaxError("unterminated string literal", ("cell", 1, 9, 'hand_in("Ana)', 1, 9)))[:29]
    'A quotation mark is missing: '
    """
    message, line = error.msg or "", error.text or ""
    if any(sign in line for sign in QUOTATION_MARKS) and "invalid character" in message:
        said = CURLY
    elif "string literal" in message:
        said = UNCLOSED
    elif any(sign in message for sign in BRACKET_SIGNS):
        said = BRACKET
    else:
        said = f"{OTHER} Something is wrong in line {error.lineno}: {line.strip()}" if line.strip() else OTHER
    return f"{said} {UNDO}"


def tell_slips() -> None:
    """From now on this notebook shows a sentence for a cell that is no Python."""
    shell = get_ipython()
    if shell is not None and getattr(shell, "kernel", None) is not None:
        shell.set_custom_exc((SyntaxError,), show_slip)


def show_slip(shell: Any, _: type, error: SyntaxError, __: Any, tb_offset: int | None = None) -> list[str]:
    """What the notebook calls in place of its own report."""
    lines = [slip_in_words(error)]
    shell._showtraceback(type(error), error, lines)
    return lines
