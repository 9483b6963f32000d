"""Who Says So? Take news text apart: who says so, how much are we told, what is it called, does it hold together."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit import lessons as lessons
    from kit.errors import KitError as KitError
    from kit.find import find_anonymous_sources as find_anonymous_sources
    from kit.find import find_attributions as find_attributions
    from kit.find import find_facts as find_facts
    from kit.find import find_inconsistencies as find_inconsistencies
    from kit.find import find_sources as find_sources
    from kit.finding import Attribution as Attribution
    from kit.finding import Euphemism as Euphemism
    from kit.finding import Finding as Finding
    from kit.finding import Inconsistency as Inconsistency
    from kit.finding import Row as Row
    from kit.finding import Source as Source
    from kit.grading_desk.desk import desk as desk
    from kit.lessons.progress import progress as progress
    from kit.lessons.report_file import write_report as write_report
    from kit.library import articles as articles
    from kit.literal import find_euphemisms as find_euphemisms
    from kit.literal import plain as plain
    from kit.places import course as course
    from kit.questions.check import check as check
    from kit.questions.hand_in import hand_in as hand_in
    from kit.text import Article as Article
    from kit.text import Span as Span
    from kit.text import read as read
    from kit.views.highlight import highlight as highlight
    from kit.widgets.ask import ask as ask
    from kit.widgets.explore import explore as explore
    from kit.widgets.survey import survey as survey

    __version__: str

# Where the public names live. A room is opened when something in it is first asked for, so `import kit` costs nothing.
ROOMS = {
    "kit.grading_desk.desk": "desk",
    "kit.errors": "KitError",
    "kit.find": "find_anonymous_sources find_attributions find_facts find_inconsistencies find_sources",
    "kit.finding": "Attribution Euphemism Finding Inconsistency Row Source",
    "kit.lessons.progress": "progress",
    "kit.lessons.report_file": "write_report",
    "kit.library": "articles",
    "kit.literal": "find_euphemisms plain",
    "kit.places": "course",
    "kit.questions.check": "check",
    "kit.questions.hand_in": "hand_in",
    "kit.text": "Article Span read",
    "kit.views.highlight": "highlight",
    "kit.widgets.ask": "ask",
    "kit.widgets.explore": "explore",
    "kit.widgets.survey": "survey",
}
# Names of before, which a learner's older notebook may still use; what lessons need has moved to kit.lessons.
EARLIER_ROOMS = {
    "kit.text": "ReadingError",
    "kit.find": "facts",
    "kit.lessons": (
        "blob literal_here look_up move_threshold plot_levels plot_marks plot_pairs plot_sources plot_threshold "
        "show_facts show_feelings show_growth show_ladder show_marks show_origins show_pairs"
    ),
}
if sys.platform == "emscripten":  # in a browser there is no class to mark
    ROOMS.pop("kit.grading_desk.desk")
HOMES, EARLIER = ({name: room for room in rooms for name in rooms[room].split()} for rooms in (ROOMS, EARLIER_ROOMS))
__all__ = sorted([*HOMES, "__version__"])


def __getattr__(name: str) -> object:
    if name == "__version__":
        from kit.version import installed_version  # importlib.metadata takes longer to open than all of this module

        return installed_version()
    if name == "lessons":  # `import kit` is enough for kit.lessons.show_facts(...)
        return import_module("kit.lessons")
    home = HOMES.get(name) or EARLIER.get(name)
    if home is None:
        raise AttributeError(f"the kit has nothing called {name!r}. It has: {', '.join(sorted(HOMES))}")
    return getattr(import_module(home), "find_facts" if name == "facts" else name)


def __dir__() -> list[str]:
    return sorted(__all__)
