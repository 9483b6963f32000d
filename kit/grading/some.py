"""As much of a list as anybody reads on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Some:
    """The first lines of a list, and how many there are in all."""

    most: int
    shown: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, line: str) -> None:
        """One more."""
        self.count += 1
        if self.count <= self.most:
            self.shown.append(line)

    def lines(self) -> Iterator[str]:
        """The lines for a page."""
        yield from self.shown
        if self.count > len(self.shown):
            yield f"And {self.count - len(self.shown):,} more."

    def names(self) -> str:
        """The same for names, in one sentence."""
        left = self.count - len(self.shown)
        return ", ".join(self.shown) + (f" and {left:,} {'other' if left == 1 else 'others'}" if left else "") + "."
