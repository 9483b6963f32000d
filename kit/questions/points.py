"""Points, exact: whole quarters, held as fractions, so that no sum of them ever shows a stray decimal."""

from __future__ import annotations

from fractions import Fraction

QUARTERS = {Fraction(0): "", Fraction(1, 4): "¼", Fraction(1, 2): "½", Fraction(3, 4): "¾"}


class Points(Fraction):
    """A number of points. str() gives 1½, repr() gives 1.5; float() of it is exact, since points are whole quarters."""

    __slots__ = ()

    def __str__(self) -> str:
        whole, rest = divmod(Fraction(self), 1)
        if rest not in QUARTERS:
            return repr(self)
        return f"{whole or ''}{QUARTERS[rest]}" or "0"

    def __repr__(self) -> str:
        return f"{float(self):.4f}".rstrip("0").rstrip(".")

    @property
    def number(self) -> int | float:
        """The points as a plain number, for files: 1 or 1.5."""
        return int(self) if self.denominator == 1 else float(self)


def share(part: Fraction | int, points: Fraction) -> Points:
    """A part (0 to 1) of some points, cut down to whole quarters: nearly right is not yet right.

    >>> str(share(Fraction(2, 3), Fraction(2)))
    '1¼'
    """
    held = min(max(Fraction(part), Fraction(0)), Fraction(1))
    return Points(held * points * 4 // 1, 4)


def points_in_words(points: Fraction) -> str:
    """The points in words: 1 point, 1½ points, ½ point."""
    return f"{Points(points)} {'point' if 0 < points <= 1 else 'points'}"


def typed_points(words: str) -> Fraction:
    """Points as people write them. Raises ValueError if it is no number.

    >>> [str(typed_points(words)) for words in ("1.5", " 1,5 ", "1 ½", "½")]
    ['3/2', '3/2', '3/2', '1/2']
    """
    said = words.strip().replace(",", ".")
    rest = next((part for part, sign in QUARTERS.items() if sign and said.endswith(sign)), None)
    try:
        return Fraction(said) if rest is None else Fraction(said[:-1] or 0) + rest
    except ZeroDivisionError:
        raise ValueError(words) from None
