"""What only lessons need: texts, gold and kept answers put together with the finders and the views."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.lessons.compare_marks import plot_marks as plot_marks
    from kit.lessons.compare_marks import show_marks as show_marks
    from kit.lessons.feelings import show_feelings as show_feelings
    from kit.lessons.growth import show_growth as show_growth
    from kit.lessons.patchwork import look_up as look_up
    from kit.lessons.patchwork import show_origins as show_origins
    from kit.lessons.threshold import move_threshold as move_threshold
    from kit.lessons.threshold import plot_threshold as plot_threshold

HOMES = {
    "look_up": "patchwork",
    "move_threshold": "threshold",
    "plot_marks": "compare_marks",
    "plot_threshold": "threshold",
    "show_feelings": "feelings",
    "show_growth": "growth",
    "show_marks": "compare_marks",
    "show_origins": "patchwork",
}
__all__ = sorted(HOMES)


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"kit.lessons has nothing called {name!r}. It has: {', '.join(HOMES)}")
    return getattr(import_module(f"kit.lessons.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
