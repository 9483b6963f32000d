"""Where a view stops, cuts or folds away: for each limit a case that just fits, and one that just does not.

The numbers stand here once more on purpose: a limit that is moved shall turn a test red.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from made_by_hand import span_of

from kit.errors import KitError
from kit.finding import Attribution, Euphemism, Finding, Inconsistency, Source
from kit.lessons import look_up, show_feelings
from kit.text import Span, read, read_text
from kit.views.arcs import draw_pairs
from kit.views.asking import ALWAYS, questions_to_ask
from kit.views.finding_marks import finding_in_words, shortened
from kit.views.highlight import to_html
from kit.views.ladder import ladder
from kit.views.overlap import in_squares
from kit.views.passage_context import context_of
from kit.views.plots import bars_of, draw_levels
from kit.views.segments import segments
from kit.views.shared_wording import headline
from kit.views.sheet import Sheet
from kit.views.tally import Share, Voice, shares


def attribution(span: Span, cue: tuple[Span, ...] = (), content: tuple[Span, ...] = ()) -> Attribution:
    return Attribution(span, "by hand", "Because.", (), cue, content, "indirect")


def source(text: str, words: str, level: str = "vague", entity: int = 0) -> Source:
    return Source(span_of(text, words), "by hand", "Because.", level, False, None, (), entity, words, False, True)  # type: ignore[arg-type]


def soft(span: Span) -> Euphemism:
    return Euphemism(span, "x", "Because.", (span,), "x", "y", "z", "flag", "narrator", "term", (), None, "", "r")


def clash(number: int) -> Inconsistency:
    one, other = Span(number, number + 1), Span(number + 1, number + 2)
    return Inconsistency(one, "x", "Because.", one, other, (), (), "number", "conflict", "", "", "Perhaps.")


def words(count: int, letter: str = "w") -> str:
    return " ".join([letter * 4] * count)


@pytest.mark.parametrize(("count", "said"), [(12, "12 pairs:"), (13, "13 pairs, the first 12 drawn:")])
def test_arcs(count: int, said: str) -> None:
    picture = draw_pairs(read(words(9)), [clash(number) for number in range(count)])
    assert picture.text.split("\n")[0].endswith(said) and picture.text.count("\n") == count


@pytest.mark.parametrize(("count", "asked"), [(12, 12), (13, 12)])
def test_questions_about_single_places(count: int, asked: int) -> None:
    text = " ".join(f"soft{number}x" for number in range(count))
    found = [soft(span_of(text, f"soft{number}x")) for number in range(count)]
    assert len(questions_to_ask(read(text), found)) == asked + len(ALWAYS)


@pytest.mark.parametrize(("most", "asked"), [(40, False), (41, True)])
def test_a_share_of_the_words_that_is_asked_about(most: int, asked: bool) -> None:
    parts = {"Ana": most, "Ben": 30, "Cleo": 70 - most}
    text = " ".join(f"{name} {words(count, name[0].lower())}." for name, count in parts.items())
    sources = [source(text, name, "named_person", number) for number, name in enumerate(parts)]
    said = [
        Attribution(
            span_of(text, name), "x", "Because.", (span_of(text, name),), (),
            (span_of(text, words(count, name[0].lower())),), "indirect",
        )
        for name, count in parts.items()
    ]  # fmt: skip
    assert [share.words for share in shares(read(text), said, sources)] == sorted(parts.values(), reverse=True)
    questions = questions_to_ask(read(text), [*said, *sources])
    assert (f"Ana is given {most} of 100 words. Who should have had more?" in questions) is asked


@pytest.mark.parametrize(("count", "folded"), [(12, []), (13, ["1 more row"])])
def test_rows_of_a_sheet(count: int, folded: list[str]) -> None:
    html = Sheet("Title", "Note", ("A",), (("x",),) * count, (100,))._repr_html_()
    assert re.findall("<summary>(.*?)</summary>", html) == folded


@pytest.mark.parametrize(("count", "linked"), [(300, True), (301, False)])
def test_findings_that_light_up_as_a_whole(count: int, linked: bool) -> None:
    text = words(count)
    html = to_html(read(text), [Finding(Span(5 * n, 5 * n + 4), "x", "Because.") for n in range(count)], "kit-x")
    assert ("kit-h300" in html) is linked


@pytest.mark.parametrize(("length", "short"), [(1399, True), (1400, False)])
def test_a_text_beside_which_all_notes_have_one_place(length: int, short: bool) -> None:
    text = (words(300))[: length - 1] + "."
    assert ('class="kit-view kit-short"' in to_html(read_text(text), None, "kit-x")) is short


@pytest.mark.parametrize(
    ("before", "behind", "upwards"), [(351, 699, True), (351, 700, False), (350, 600, False), (351, 600, True)]
)
def test_a_note_opens_upwards_near_the_end(before: int, behind: int, upwards: bool) -> None:
    text = "x" * before + "y" * behind
    html = to_html(read_text(text), [Finding(Span(before - 1, before), "x", "Because.")], "kit-x")
    assert ("kit-note kit-up" in html) is upwards


@pytest.mark.parametrize(("before", "cut"), [("a " * 55, False), ("ab " + "a " * 54, True)], ids=["110", "111"])
def test_characters_around_a_passage(before: str, cut: bool) -> None:
    text = before + "here it is."
    article = read_text(text)
    pieces = list(context_of(article, span_of(text, "here"), (span_of(text, "here"),)))
    assert (pieces[0] == ("… ", False)) is cut


@pytest.mark.parametrize(("length", "cut"), [(300, False), (301, True)])
def test_characters_of_a_piece(length: int, cut: bool) -> None:
    text = ("ab " * 200)[: length - 1] + "x"
    article = read_text(text)
    span = Span(0, length)
    assert any("…" in piece for piece, _ in context_of(article, span, (span,))) is cut


@pytest.mark.parametrize(("depth", "shown"), [(3, 3), (4, 3)])
def test_marks_of_one_kind_over_the_same_words(depth: int, shown: int) -> None:
    found = [attribution(Span(0, 9), content=(Span(0, 9 - number),)) for number in range(depth)]
    assert max(len(segment.pieces) for segment in segments(9, found)) == shown


@pytest.mark.parametrize(("count", "named"), [(20, 20), (21, 20)])
def test_findings_that_share_a_mark(count: int, named: int) -> None:
    (segment,) = segments(4, [attribution(Span(0, 4), content=(Span(0, 4),))] * count)
    assert len(segment.pieces[0].numbers) == named


@pytest.mark.parametrize(
    ("letters", "shown"), [(70, "“" + "x" * 70 + "”"), (71, "“" + "x" * 69 + " …”")], ids=["70", "71"]
)
def test_a_headline(letters: int, shown: str) -> None:
    article = read_text("x" * letters + "\n\nIt rained all day in the town, and nobody came to the fair on the hill.")
    assert headline(replace(article, title=Span(0, letters))) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (words(10), words(10)),
        (words(11), f"{words(5)} … {words(5)}"),
        ("a " + "b" * 597 + "c", "a " + "b" * 597 + "c"),  # 600 characters
        ("a " + "b" * 598 + "c", "a " + "b" * 298 + " … " + "b" * 299 + "c"),  # 601
    ],
    ids=["10 words", "11 words", "600 characters", "601 characters"],
)
def test_a_long_passage_is_told_by_its_ends(text: str, shown: str) -> None:
    assert shortened(read_text(text), Span(0, len(text))) == shown


@pytest.mark.parametrize(("count", "told"), [(2, "wwww … wwww"), (3, "wwww … wwww …")])
def test_pieces_of_a_part(count: int, told: str) -> None:
    pieces = tuple(Span(5 * number, 5 * number + 4) for number in range(count))
    assert ("What", told) in finding_in_words(read(words(count)), attribution(Span(0, 4), content=pieces))


@pytest.mark.parametrize(("count", "last"), [(8, "“name8”"), (9, "1 more")])
def test_other_names_of_a_source(count: int, last: str) -> None:
    text = " ".join(f"name{number}" for number in range(1, count + 1))
    (step,) = ladder(read(text), [source(text, name) for name in text.split()]).rows
    assert len(step.also) == min(count, 9) and step.also[-1] == last


@pytest.mark.parametrize(("count", "last"), [(13, "v12"), (14, "2 others")])
def test_bars(count: int, last: str) -> None:
    """One other would take the room of its name."""
    bars = bars_of([Share(Voice(f"v{number}", "vague", ()), 0, 20 - number) for number in range(count)])
    assert (len(bars), bars[-1].voice.name) == (13, last)


def test_texts_in_one_picture() -> None:
    article = read("It rained, the mayor said.")
    assert draw_levels([article] * 12, [()] * 12).text.startswith("No source was found")
    with pytest.raises(KitError, match="one picture has room for 12 articles, not for 13"):
        draw_levels([article] * 13, [()] * 13)


@pytest.mark.parametrize(("longest", "pieces"), [(45, 5), (46, 1)])
def test_squares_that_are_large_enough_to_be_drawn_one_by_one(longest: int, pieces: int) -> None:
    assert len(in_squares([("both", 5)], longest)) == pieces


@pytest.mark.parametrize(("count", "rows"), [(3, 3), (4, 3)])
def test_sentences_at_either_end_of_the_feelings(count: int, rows: int) -> None:
    assert len(show_feelings(read("This is a good day. " * count)).rows) == rows


def test_places_of_words_that_are_looked_up() -> None:
    note = look_up("the").note
    assert "The first 30 of" in note and len(look_up("the").rows) == 30
