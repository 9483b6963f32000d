"""Reading a TOML file: each key by its type, with a sentence for whatever is not as it should be."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from kit.errors import KitError, did_you_mean

if TYPE_CHECKING:
    from fractions import Fraction

MISSING: Any = object()
T = TypeVar("T")


def load_toml(content: str | bytes, where: str, error: type[KitError] = KitError) -> dict[str, Any]:
    """What a TOML file says, given its text or its bytes (UTF-8, also as Windows writes it, with a byte order mark).

    `where` names the file in the `error` that is raised, with the remedy, if it is not UTF-8 or not TOML.

    >>> load_toml("minutes = 4", "mine.toml")
    {'minutes': 4}
    """
    try:
        text = content if isinstance(content, str) else content.decode("utf-8")
        return tomllib.loads(text.removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise error(f"{where} is not UTF-8 text. Open it in an editor and save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as reason:
        raise error(
            f"{where} is not valid TOML: {reason}. Compare the line with its neighbours: most often a quotation mark "
            "or a bracket is missing."
        ) from None


class Table:
    """One table. Whoever reads it asks for its keys one by one, then calls `done`: what nobody asked for is a slip."""

    def __init__(self, data: Mapping[str, Any], where: str, error: type[KitError] = KitError) -> None:
        self.data = data
        self.where = where
        self.error = error
        self.asked: list[str] = []

    def has(self, key: str) -> bool:
        return key in self.data

    def take(self, key: str, default: Any = MISSING, example: str = "…") -> Any:
        """What stands under a key, or the default; without a default the key has to be there."""
        self.asked.append(key)
        if key in self.data:
            return self.data[key]
        if default is MISSING:
            raise self.wrong(f"{key} is missing. Add a line such as: {key} = {example}")
        return default

    def words(self, key: str, default: Any = MISSING, example: str = '"…"', may_be_empty: bool = False) -> str:
        """A text, which is not empty if not said otherwise; blanks at its ends are cut off."""
        value = self.take(key, default, example)
        if not isinstance(value, str):
            raise self.wrong(f"{key} has to be words in quotation marks, as in: {key} = {example}")
        if key in self.data and not value.strip() and not may_be_empty:
            raise self.wrong(f"{key} is empty. Write something, or take the line out")
        return value.strip()

    def one_of(self, key: str, choices: tuple[str, ...], default: Any = MISSING) -> str:
        value = self.words(key, default, f'"{choices[0] or choices[-1]}"')
        if value not in choices:
            guess = did_you_mean(value, choices)
            raise self.wrong(f'{key} can\'t be "{value}". {guess}It is one of: {", ".join(filter(None, choices))}')
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise self.wrong(f"{key} has to be true or false, without quotation marks")
        return value

    def whole(self, key: str, default: Any = MISSING, least: int = 0) -> int:
        value = self.take(key, default, "5")
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            example = default if isinstance(default, int) and default else max(least, 5)
            raise self.wrong(f"{key} has to be a whole number from {least} up, as in: {key} = {example}")
        return value

    def exact(self, key: str, default: Any = MISSING) -> Fraction:
        """A number, exactly as it is written: 0.1 is one tenth."""
        from fractions import Fraction  # only here: the lists of words are read with every first text

        value = self.take(key, default, "12.5")
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e15:
            raise self.wrong(f"{key} has to be a number without quotation marks, as in: {key} = 12.5")
        return Fraction(str(value))

    def several(self, key: str, default: Any = MISSING, example: str = '["…", "…"]') -> tuple[str, ...]:
        """A list of texts; one text alone will do."""
        value = self.take(key, default, example)
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list | tuple) or not all(isinstance(each, str) and each.strip() for each in listed):
            raise self.wrong(f"{key} has to be a list of words in quotation marks, as in: {key} = {example}")
        return tuple(each.strip() for each in listed)

    def table(self, key: str) -> Table:
        """The table under [KEY]; an empty one if there is none."""
        value = self.take(key, {})
        if not isinstance(value, dict):
            raise self.wrong(f"{key} has to be a table, as in: [{key}]")
        return Table(value, f"{self.where}, {key}", self.error)

    def tables(self, key: str, least: int = 0, under: str = "question.") -> list[Table]:
        """The tables under [[question.KEY]], or [[KEY]] if they stand `under` nothing ("")."""
        value = self.take(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(f"write [[{under}{key}]] in two pairs of square brackets above each of them")
        if len(value) < least:
            raise self.wrong(
                f"it has {len(value)} [[{under}{key}]] and needs at least {least}. Add one below the question"
            )
        return [Table(each, f"{self.where}, {key} {number}", self.error) for number, each in enumerate(value, 1)]

    def read_tables(
        self, key: str, read: Callable[[Table], T], least: int = 0, under: str = "question."
    ) -> tuple[T, ...]:
        """What `read` makes of each of these tables. No key that it does not ask for may be left in one.

        >>> Table({"slips": [{"value": 4}]}, "mine.toml").read_tables("slips", lambda slip: slip.whole("value"))
        (4,)
        """
        made = []
        for table in self.tables(key, least, under):
            made.append(read(table))
            table.done()
        return tuple(made)

    def done(self) -> None:
        """Is there a key that nobody reads?"""
        for key in self.data:
            if key not in self.asked:
                guess = did_you_mean(key, self.asked)
                raise self.wrong(
                    f'there is no key called "{key}" here. {guess}The keys are: {", ".join(sorted(set(self.asked)))}'
                )

    def wrong(self, what: str) -> KitError:
        """The error to raise: where, what and the remedy."""
        return self.error(f"{self.where}: {what}.".replace("?.", "?").replace("….", "…"))
