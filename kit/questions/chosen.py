"""The keys of questions that are answered with a choice or a number, read from the bank."""

from __future__ import annotations

from fractions import Fraction
from string import ascii_lowercase

from kit.questions.question import NumberKey, Option, OptionsKey, Slip
from kit.toml import Table


def choice(table: Table) -> OptionsKey:
    """One option is right, and every other one has a message."""
    options = read_options(table)
    right = sum(option.right for option in options)
    if right != 1:
        raise table.wrong(
            f"{right} of its options have right = true, and a choice has exactly one. "
            'If several are right, make it kind = "choices"'
        )
    return OptionsKey(options)


def choices(table: Table) -> OptionsKey:
    """Any number of options is right, also none."""
    return OptionsKey(read_options(table))


def read_options(table: Table) -> tuple[Option, ...]:
    options: list[Option] = []
    for each, letter in zip(table.tables("options", least=2), ascii_lowercase, strict=False):
        option = Option(letter, each.words("text"), each.flag("right"), each.words("message", ""))
        each.done()
        if not option.right and not option.message:
            raise each.wrong(
                f"the wrong option “{option.text}” has no message. Add one that names the mistake behind it: "
                'message = "…"'
            )
        if option.text in (other.text for other in options):
            raise each.wrong(f"the option “{option.text}” stands there twice. Take one of them out")
        options.append(option)
    if len(options) < len(table.data.get("options", ())):
        raise table.wrong(f"it has more than {len(ascii_lowercase)} options. Nobody reads so many: take some out")
    return tuple(options)


def number(table: Table) -> NumberKey:
    """A number with what it may be off by, its unit, and the wrong numbers that people arrive at."""
    value = table.exact("key")
    tolerance = table.exact("tolerance", 0)
    if tolerance < 0:
        raise table.wrong("tolerance is less than nothing. Leave the line out if the number has to be exact")
    slips: list[Slip] = []
    for each in table.tables("slips"):
        slip = Slip(each.exact("value"), each.words("message"))
        each.done()
        if near(slip.value, value, tolerance):
            raise each.wrong("this wrong number counts as right. Make the tolerance smaller, or take it out")
        slips.append(slip)
    return NumberKey(value, tolerance, table.several("units", ()), tuple(slips))


def near(given: Fraction, value: Fraction, tolerance: Fraction) -> bool:
    """Is this number as good as that one?"""
    return abs(given - value) <= tolerance
