"""What only lessons need: texts, gold and kept answers put together with the finders and the views."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.lessons.compare_marks import plot_marks, show_marks
    from kit.lessons.feelings import show_feelings
    from kit.lessons.growth import show_growth
    from kit.lessons.patchwork import look_up, show_origins
    from kit.lessons.threshold import move_threshold, plot_threshold

__all__ = [
    "look_up",
    "move_threshold",
    "plot_marks",
    "plot_threshold",
    "show_feelings",
    "show_growth",
    "show_marks",
    "show_origins",
]

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


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"kit.lessons has nothing called {name!r}. It has: {', '.join(HOMES)}")
    return getattr(import_module(f"kit.lessons.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
