"""Page furniture: what is marked, with its kind, and what must never be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.lexicon import unstar
from kit.text import Furniture, ReadingError, Span, read_text
from kit.text.furniture_lexicon import FurnitureError, FurnitureLexicon, furniture_lexicon
from kit.text.word_lists import load_lexicon, word_list, word_lists

ENTRIES = load_lexicon("furniture.toml")["entry"]
EXAMPLES = [(entry["kind"], example) for entry in ENTRIES for example in entry["examples"]]
NOT_EXAMPLES = [(entry["kind"], example) for entry in ENTRIES for example in entry["not_examples"]]
PAGE = """Skip to content
Advertisement
Council closes footbridge
By Ana Ortiz and Tom Hale
Published 3:04 p.m. May 3, 2016
FacebookTwitterEmail
1,204 shares
The footbridge on Monday. (AP Photo/Ana Ortiz)
NORTHFIELD, May 3 (AP) — The council closed the footbridge on Monday. “It may fall,” the mayor said.
Story continues below advertisement
Workers found rust in three beams.
Read more: The long life of a footbridge
Why It Took So Long To Close The Footbridge
Sign up for our newsletter
It will stay closed until May.
Ana Ortiz @anaortiz
(Reporting by Ana Ortiz; Editing by Tom Hale)
This story has been updated to include comments from the mayor.
34 comments
© 2016 Northfield Courier. All rights reserved.
***
Council closes footbridge"""
KINDS = [
    ("navigation", "Skip to content"),
    ("advertisement", "Advertisement"),
    ("byline", "By Ana Ortiz and Tom Hale"),
    ("date", "Published 3:04 p.m. May 3, 2016"),
    ("share", "FacebookTwitterEmail"),
    ("share", "1,204 shares"),
    ("caption", "The footbridge on Monday. (AP Photo/Ana Ortiz)"),
    ("dateline", "NORTHFIELD, May 3 (AP) —"),
    ("advertisement", "Story continues below advertisement"),
    ("read more", "Read more: The long life of a footbridge"),
    ("headline", "Why It Took So Long To Close The Footbridge"),
    ("newsletter", "Sign up for our newsletter"),
    ("embed", "Ana Ortiz @anaortiz"),
    ("credit", "(Reporting by Ana Ortiz; Editing by Tom Hale)"),
    ("note", "This story has been updated to include comments from the mayor."),
    ("comments", "34 comments"),
    ("copyright", "© 2016 Northfield Courier. All rights reserved."),
    ("separator", "***"),
    ("headline", "Council closes footbridge"),
]
REPORTING = [
    "Council closes footbridge",
    "The council closed the footbridge on Monday.",
    "“It may fall,” the mayor said.",
    "Workers found rust in three beams.",
    "It will stay closed until May.",
]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\n\n"])
def test_a_page(ends: str) -> None:
    article = read_text(PAGE.replace("\n", ends))
    assert [(piece.kind, article[piece.span]) for piece in article.furniture] == KINDS
    assert [article[span] for span in article.sentences] == REPORTING
    assert article.title is not None and article[article.title] == "Council closes footbridge"
    assert [article[q.span] for q in article.quotations] == ["“It may fall,”"]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_examples_are_marked_in_a_text(kind: str, example: str) -> None:
    text = example.replace("*", "") if example.count("*") % 2 == 0 else example
    article = read_text(f"{text}\n\nThe dam held, the mayor said.\n\nIt rained.")
    assert article.furniture[0].kind == kind or article.title == article.paragraphs[0]


@pytest.mark.parametrize(("kind", "example"), NOT_EXAMPLES)
def test_reporting_is_not_lost(kind: str, example: str) -> None:
    article = read_text(f"The dam held, the mayor said.\n\n{example}\n\nIt rained on Monday, he said.")
    covered = "".join(article[span] for span in article.sentences)
    assert example.replace(" ", "") in covered.replace(" ", "")


DATELINES = [
    ("CLEVELAND, July 19 (UPI) — It rained.", "CLEVELAND, July 19 (UPI) —"),
    ("WASHINGTON (AP) — It rained.", "WASHINGTON (AP) —"),
    ("Washington (AFP) – It rained.", "Washington (AFP) –"),
    ("HEMPSTEAD, N.Y., Sept. 26 (UPI) -- It rained.", "HEMPSTEAD, N.Y., Sept. 26 (UPI) --"),
    ("PARIS, Aug 31 (Reuters) - It rained.", "PARIS, Aug 31 (Reuters) -"),
    ("ST. LOUIS — “No,” she said.", "ST. LOUIS —"),
    ("ROME - It rained.", "ROME -"),
    ("(Reuters) - It rained.", "(Reuters) -"),
    ("NATO — the alliance — met.", ""),
    ("EXCLUSIVE — It rained.", ""),
    ("Ana Ortiz — the mayor — left.", ""),
    ("The Agency (EPA) said — It rained.", ""),
    ("A (B) — c", ""),
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_a_dateline_is_cut_from_its_sentence(text: str, dateline: str) -> None:
    for before, after in (("", ""), ("Mayor leaves town\n\n", "\n\nIt rained on Monday, he said.")):
        article = read_text(before + text + after)
        start = len(before)
        expected = (Furniture(Span(start, start + len(dateline)), "dateline"),) if dateline else ()
        assert article.furniture == expected
        assert article[article.sentences[1 if before else 0]] == text[len(dateline) :].strip()


def test_a_dateline_without_an_agency_stands_at_the_top() -> None:
    article = read_text("It rained.\n\n" * 5 + "ROME — It rained.")
    assert article.furniture == ()


HEADLINES = [
    "Why Nobody Wanted To Pay For The Footbridge",
    "Why Nobody Wanted To Pay For The Footbridge.",
    "COUNCIL CLOSES FOOTBRIDGE",
    "COUNCIL CLOSES FOOTBRIDGE OVER RUST.",
    "Ferry runs again after years",
]
NO_HEADLINES = [
    "The ferry will run again",
    "She was glad that it was over",
    "“NEVER AGAIN!”",
    "I LOVE THIS BRIDGE! IT IS OURS!",
    "Ana Ortiz, Tom Hale, Kim Reyes",
    "- Ana Ortiz leads in Northfield",
    "He listed them:",
    "Ana Ortiz and Tom Hale of the Northfield Historical Society left for New York on Monday.",
    "Ortiz said no",
    "Sahar Khan, 52",
    "NATO",
]


@pytest.mark.parametrize("line", HEADLINES)
def test_stray_headlines(line: str) -> None:
    article = read_text(f"Mayor leaves town\n\nThe dam held, he said.\n\n{line}\n\nIt rained on Monday.\n\n{line}")
    assert [piece.kind for piece in article.furniture] == ["headline", "headline"]
    assert {article[piece.span] for piece in article.furniture} == {line}


@pytest.mark.parametrize("line", NO_HEADLINES)
def test_no_stray_headlines(line: str) -> None:
    assert read_text(f"Mayor leaves town\n\nThe dam held, he said.\n\n{line}\n\nIt rained on Monday.").furniture == ()


@pytest.mark.parametrize(
    "text", ["Advertisement", "Share", "By Ana Ortiz", "***", "WATCH", "Council Closes The Bridge"]
)
def test_a_single_paragraph_is_what_one_wants_to_read(text: str) -> None:
    assert read_text(text).furniture == ()


def test_furniture_inside_a_paragraph_leaves_the_rest() -> None:
    article = read_text('It rained. <tweet id="1">The dam held.</tweet> So it was.')
    assert [article[piece.span] for piece in article.furniture] == ['<tweet id="1">', "</tweet>"]
    assert [article[span] for span in article.sentences] == ["It rained.", "The dam held.", "So it was."]
    article = read_text("The dam held. (Reporting by Ana Ortiz; Editing by Tom Hale)\n\nIt rained.")
    assert [article[span] for span in article.sentences] == ["The dam held.", "It rained."]


def test_the_author_of_a_post_stays() -> None:
    article = read_text("She wrote:\n\nIt rained. — Ana Ortiz (@anaortiz) July 5, 2016\n\nIt did.")
    assert article.furniture == ()


@given(st.lists(st.sampled_from([example for _, example in NOT_EXAMPLES]), min_size=2, max_size=8))
def test_no_reporting_is_lost_in_company(paragraphs: list[str]) -> None:
    article = read_text("\n\n".join(paragraphs))
    assert {piece.kind for piece in article.furniture} <= {"headline", "dateline"}


def unstarred(example: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its stars, and the places of what they enclosed; all of it if there are none."""
    text, places = unstar(example)
    return text, places or [(0, len(text))]


def check_examples(entries: list[dict[str, Any]]) -> None:
    """Each entry by itself finds the starred words of its examples, and none of them finds what is reporting."""
    together = FurnitureLexicon(entries)
    for entry in entries:
        alone = FurnitureLexicon([entry])
        for example in entry["examples"]:
            text, places = unstarred(example)
            assert [piece.span for piece in alone.pieces(text)] == places, example
        for example in entry["not_examples"]:
            assert together.pieces(example) == [], example


def test_every_entry_finds_its_examples_and_nothing_else() -> None:
    check_examples(ENTRIES)


ENTRY = {"kind": "share", "lines": ["Share"], "examples": ["Share"], "not_examples": ["It rained."]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"colour": "red"}, '(share): there is no key called "colour" here. The keys are: anywhere, begins, closing,'),
        ({"examples": 3}, "(share): examples has to be a list of words in quotation marks"),
        ({"not_examples": None}, "(share): not_examples is missing. Add a line such as: not_examples ="),
        ({"kind": ""}, "(): kind is empty. Write something"),
        ({"kind": None}, '(without kind): kind is missing. Add a line such as: kind = "share".'),
        ({"pattern": "("}, "(share): the expression '(' is broken: missing ), unterminated subpattern at position 0."),
        (
            {"lines": None},
            "(share): it doesn't look for anything. Give it one of lines, names, pattern, opening, closing, anywhere.",
        ),
    ],
)
def test_an_entry_that_does_not_hold_is_named(change: dict[str, object], told: str) -> None:
    entry = {key: value for key, value in {**ENTRY, **change}.items() if value is not None}
    with pytest.raises(FurnitureError) as error:
        FurnitureLexicon([entry])
    assert str(error.value).startswith(f"kit/data/lexicons/furniture.toml, entry 1 {told}")


def test_the_language_of_lines() -> None:
    entry = {
        "kind": "x",
        "lines": [
            "Read [more|all] …", "# [shares|likes]", "Print [this|] page", "[Up|] next", "Go: …", "We tell ….", "Stop",
            "Halt.",
        ],
        "examples": [
            "read MORE about it", "Read all about it", "1,204 shares", "12K likes", "Print this page", "Print page.",
            "Up next", "next", "Go: one, two", "Go: why?", "We tell all.", "Stop", "Halt.", "Halt",
        ],
        "not_examples": [
            "Read about it", "Read more about it.", "shares", "Print that page", "Go: one.", "Stop.", "Read more",
        ],
    }  # fmt: skip
    check_examples([entry])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"[[entry]\nkind = 1", r"^kit/data/lexicons/furniture.toml is not valid TOML: .*line 1.*\. Compare the line"),
        ("kind = 'é'".encode("latin-1"), r"^kit/data/lexicons/furniture.toml is not UTF-8 text\. Open it in an editor"),
    ],
)
def test_a_broken_lexicon_is_named(data: bytes, told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "data" / "lexicons").mkdir(parents=True)
    (tmp_path / "data" / "lexicons" / "furniture.toml").write_bytes(data)
    monkeypatch.setattr("kit.text.word_lists.files", lambda package: tmp_path)
    with pytest.raises(ReadingError, match=told):
        load_lexicon("furniture.toml")


def test_a_list_that_is_gone_is_named() -> None:
    with pytest.raises(ReadingError, match=r"reading.toml has no list 'plants' in \[headlines\]. Put it back."):
        word_list("headlines", "plants")


def test_a_table_that_is_gone_is_named() -> None:
    with pytest.raises(ReadingError, match=r"english.toml has no table \[plants\]. Put it back."):
        word_lists("plants", "english.toml")


@pytest.mark.parametrize("size", [3, 5])
def test_a_verb_with_a_form_too_few_or_too_many_is_named(size: int) -> None:
    wanted = rf'english.toml, \[irregular_verbs\]: "be" has to have {size} words, with blanks between them.'
    with pytest.raises(ReadingError, match=wanted):
        word_lists("irregular_verbs", "english.toml", size=size)


def test_the_lexicon_of_the_kit_holds() -> None:
    furniture_lexicon.cache_clear()
    assert furniture_lexicon().pieces("Advertisement")[0].kind == "advertisement"
