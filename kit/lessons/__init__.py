"""What lessons show and do: pictures and tables of a text, and texts, gold and kept answers put together with them."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.lessons.bent_chart import move_axis as move_axis
    from kit.lessons.bent_chart import show_chart as show_chart
    from kit.lessons.board import show_board as show_board
    from kit.lessons.case_for_two import jury as jury
    from kit.lessons.compare_marks import plot_marks as plot_marks
    from kit.lessons.compare_marks import show_marks as show_marks
    from kit.lessons.countdown import clock as clock
    from kit.lessons.feelings import show_feelings as show_feelings
    from kit.lessons.growth import show_growth as show_growth
    from kit.lessons.headline_game import worst_headline as worst_headline
    from kit.lessons.hundred import choose_samples as choose_samples
    from kit.lessons.hundred import compare_papers as compare_papers
    from kit.lessons.hundred import draw_lots as draw_lots
    from kit.lessons.hundred import hundred_reports as hundred_reports
    from kit.lessons.hundred import show_report as show_report
    from kit.lessons.hundred import show_samples as show_samples
    from kit.lessons.offline_pages import small_web as small_web
    from kit.lessons.own_words import own_text as own_text
    from kit.lessons.own_words import trap as trap
    from kit.lessons.patchwork import look_up as look_up
    from kit.lessons.patchwork import search as search
    from kit.lessons.patchwork import show_origins as show_origins
    from kit.lessons.press_photo import show_photo as show_photo
    from kit.lessons.text_shown import show_text as show_text
    from kit.lessons.threshold import move_threshold as move_threshold
    from kit.lessons.threshold import plot_threshold as plot_threshold
    from kit.literal import literal_here as literal_here
    from kit.show import plot_levels as plot_levels
    from kit.show import plot_pairs as plot_pairs
    from kit.show import plot_sources as plot_sources
    from kit.show import show_facts as show_facts
    from kit.show import show_ladder as show_ladder
    from kit.show import show_pairs as show_pairs
    from kit.text.blob import blob as blob

# In which module each name lives; it is opened when the name is first asked for.
MODULES = {
    "kit.lessons.bent_chart": "move_axis show_chart",
    "kit.lessons.board": "show_board",
    "kit.lessons.countdown": "clock",
    "kit.lessons.compare_marks": "plot_marks show_marks",
    "kit.lessons.feelings": "show_feelings",
    "kit.lessons.growth": "show_growth",
    "kit.lessons.headline_game": "worst_headline",
    "kit.lessons.case_for_two": "jury",
    "kit.lessons.own_words": "own_text trap",
    "kit.lessons.hundred": "choose_samples compare_papers draw_lots hundred_reports show_report show_samples",
    "kit.lessons.patchwork": "look_up search show_origins",
    "kit.lessons.press_photo": "show_photo",
    "kit.lessons.offline_pages": "small_web",
    "kit.lessons.text_shown": "show_text",
    "kit.lessons.threshold": "move_threshold plot_threshold",
    "kit.literal": "literal_here",
    "kit.show": "plot_levels plot_pairs plot_sources show_facts show_ladder show_pairs",
    "kit.text.blob": "blob",
}
HOMES = {name: module for module, names in MODULES.items() for name in names.split()}
__all__ = sorted(HOMES)


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"kit.lessons has nothing called {name!r}. It has: {', '.join(__all__)}")
    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
