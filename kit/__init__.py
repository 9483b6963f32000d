"""Who Says So? Take news text apart: who says so, how much are we told, what is it called, does it hold together."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.errors import KitError
    from kit.find import find_anonymous_sources, find_attributions, find_facts, find_inconsistencies, find_sources
    from kit.finding import Attribution, Euphemism, Finding, Inconsistency, Row, Source
    from kit.lessons.report_file import write_report
    from kit.library import articles
    from kit.literal import find_euphemisms, literal_here, plain
    from kit.places import course
    from kit.questions.check import check
    from kit.questions.hand_in import hand_in
    from kit.show import plot_levels, plot_pairs, plot_sources, show_facts, show_ladder, show_pairs
    from kit.text import Article, Span, read
    from kit.text.blob import blob
    from kit.views.highlight import highlight
    from kit.widgets.ask import ask
    from kit.widgets.explore import explore

    __version__: str

__all__ = [
    "Article",
    "Attribution",
    "Euphemism",
    "Finding",
    "Inconsistency",
    "KitError",
    "Row",
    "Source",
    "Span",
    "__version__",
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
    "plain",
    "plot_levels",
    "plot_pairs",
    "plot_sources",
    "read",
    "show_facts",
    "show_ladder",
    "show_pairs",
    "write_report",
]

# Where each public name lives. A room is opened when something in it is first asked for, so `import kit` costs nothing.
HOMES = {
    "Article": "kit.text",
    "Attribution": "kit.finding",
    "Euphemism": "kit.finding",
    "Finding": "kit.finding",
    "Inconsistency": "kit.finding",
    "KitError": "kit.errors",
    "Row": "kit.finding",
    "Source": "kit.finding",
    "Span": "kit.text",
    "articles": "kit.library",
    "ask": "kit.widgets.ask",
    "blob": "kit.text.blob",
    "check": "kit.questions.check",
    "course": "kit.places",
    "explore": "kit.widgets.explore",
    "find_anonymous_sources": "kit.find",
    "find_attributions": "kit.find",
    "find_euphemisms": "kit.literal",
    "find_facts": "kit.find",
    "find_inconsistencies": "kit.find",
    "find_sources": "kit.find",
    "hand_in": "kit.questions.hand_in",
    "highlight": "kit.views.highlight",
    "literal_here": "kit.literal",
    "plain": "kit.literal",
    "plot_levels": "kit.show",
    "plot_pairs": "kit.show",
    "plot_sources": "kit.show",
    "read": "kit.text",
    "show_facts": "kit.show",
    "show_ladder": "kit.show",
    "show_pairs": "kit.show",
    "write_report": "kit.lessons.report_file",
}
# Names of before, which a learner's older notebook may still use; what lessons need has moved to kit.lessons.
EARLIER = {
    "ReadingError": "kit.text",
    "facts": "kit.find",
    "look_up": "kit.lessons",
    "move_threshold": "kit.lessons",
    "plot_marks": "kit.lessons",
    "plot_threshold": "kit.lessons",
    "show_feelings": "kit.lessons",
    "show_growth": "kit.lessons",
    "show_marks": "kit.lessons",
    "show_origins": "kit.lessons",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from kit.version import installed_version  # importlib.metadata takes longer to open than all of this module

        return installed_version()
    home = HOMES.get(name) or EARLIER.get(name)
    if home is None:
        raise AttributeError(f"the kit has nothing called {name!r}. It has: {', '.join(HOMES)}")
    return getattr(import_module(home), "find_facts" if name == "facts" else name)


def __dir__() -> list[str]:
    return sorted(__all__)
