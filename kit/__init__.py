"""Who Says So? Take news text apart: who says so, how much are we told, what is it called, does it hold together."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.find import find_anonymous_sources, find_attributions, find_facts, find_inconsistencies, find_sources
    from kit.lessons.feelings import show_feelings
    from kit.lessons.growth import show_growth
    from kit.lessons.marks import plot_marks, show_marks
    from kit.lessons.page import write_report
    from kit.lessons.patchwork import look_up, show_origins
    from kit.lessons.threshold import move_threshold, plot_threshold
    from kit.library import articles
    from kit.literal import find_euphemisms, literal_here, plain
    from kit.places import course
    from kit.questions.handing import hand_in
    from kit.questions.pupil import check
    from kit.show import plot_levels, plot_pairs, plot_sources, show_facts, show_ladder, show_pairs
    from kit.text import Article, ReadingError, Span, read
    from kit.text.blob import blob
    from kit.views.highlight import highlight
    from kit.widgets.ask import ask
    from kit.widgets.explore import explore

__all__ = [
    "Article",
    "ReadingError",
    "Span",
    "articles",
    "ask",
    "blob",
    "check",
    "course",
    "explore",
    "find_anonymous_sources",
    "find_attributions",
    "find_euphemisms",
    "find_facts",
    "find_inconsistencies",
    "find_sources",
    "hand_in",
    "highlight",
    "literal_here",
    "look_up",
    "move_threshold",
    "plain",
    "plot_levels",
    "plot_marks",
    "plot_pairs",
    "plot_sources",
    "plot_threshold",
    "read",
    "show_facts",
    "show_feelings",
    "show_growth",
    "show_ladder",
    "show_marks",
    "show_origins",
    "show_pairs",
    "write_report",
]

# Where each public name lives. A room is opened when something in it is first asked for, so `import kit` costs nothing.
HOMES = {
    "Article": "kit.text",
    "ReadingError": "kit.text",
    "Span": "kit.text",
    "articles": "kit.library",
    "ask": "kit.widgets.ask",
    "blob": "kit.text.blob",
    "check": "kit.questions.pupil",
    "course": "kit.places",
    "explore": "kit.widgets.explore",
    "find_facts": "kit.find",
    "find_anonymous_sources": "kit.find",
    "find_attributions": "kit.find",
    "find_euphemisms": "kit.literal",
    "find_inconsistencies": "kit.find",
    "find_sources": "kit.find",
    "hand_in": "kit.questions.handing",
    "highlight": "kit.views.highlight",
    "literal_here": "kit.literal",
    "look_up": "kit.lessons.patchwork",
    "move_threshold": "kit.lessons.threshold",
    "plain": "kit.literal",
    "plot_levels": "kit.show",
    "plot_marks": "kit.lessons.marks",
    "plot_pairs": "kit.show",
    "plot_sources": "kit.show",
    "plot_threshold": "kit.lessons.threshold",
    "read": "kit.text",
    "show_facts": "kit.show",
    "show_feelings": "kit.lessons.feelings",
    "show_growth": "kit.lessons.growth",
    "show_ladder": "kit.show",
    "show_pairs": "kit.show",
    "show_marks": "kit.lessons.marks",
    "show_origins": "kit.lessons.patchwork",
    "write_report": "kit.lessons.page",
}


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"the kit has nothing called {name!r}. It has: {', '.join(HOMES)}")
    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
