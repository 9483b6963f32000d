"""Page furniture: what is marked, with its kind, and what must never be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text import Furniture, ReadingError, Span, read_text
from kit.text.catalogue import FurnitureError, catalogue, checked
from kit.text.lists import load, words

ENTRIES = load("furniture.toml")["entry"]
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


ENTRY = {"kind": "share", "lines": ["Share"], "examples": ["Share"], "not_examples": ["It rained."]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"colour": "red"}, "entry 1 (share): 'colour' is not a key of an entry. Keys are anywhere, begins,"),
        ({"examples": []}, "entry 1 (share): 'examples' is missing. Every entry needs a kind, examples and"),
        ({"not_examples": None}, "entry 1 (share): 'not_examples' is missing."),
        ({"kind": ""}, "'kind' is missing."),
        ({"lines": None}, "entry 1 (share): its example 'Share' is not found in exactly these words."),
        ({"examples": ["Share it"]}, "entry 1 (share): its example 'Share it' is not found in exactly these words."),
        ({"not_examples": ["Share"]}, "entry 1 (share): 'Share' is reporting, and yet it is taken for share."),
        ({"pattern": "("}, "entry 1 (share): the expression '(' is broken: "),
    ],
)
def test_an_entry_that_does_not_hold_is_named(change: dict[str, object], told: str) -> None:
    entry = {key: value for key, value in {**ENTRY, **change}.items() if value is not None}
    if change == {"lines": None}:
        entry["names"] = ["Tweet"]
    with pytest.raises(FurnitureError) as error:
        checked([entry])
    assert str(error.value).startswith("kit/data/lexicons/furniture.toml, entry 1 (")
    assert told in str(error.value)


def test_an_entry_that_looks_for_nothing_is_named() -> None:
    with pytest.raises(FurnitureError, match=r"it looks for nothing\. Give it one of anywhere, closing, lines,"):
        checked([{key: value for key, value in ENTRY.items() if key != "lines"}])


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
    checked([entry])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"[[entry]\nkind = 1", r"^kit/data/lexicons/furniture.toml is not TOML: .*line 1.*\. Correct that line\.$"),
        ("kind = 'é'".encode("latin-1"), r"^kit/data/lexicons/furniture.toml is not UTF-8\. Save it again in that"),
    ],
)
def test_a_broken_lexicon_is_named(data: bytes, told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "data" / "lexicons").mkdir(parents=True)
    (tmp_path / "data" / "lexicons" / "furniture.toml").write_bytes(data)
    monkeypatch.setattr("kit.text.lists.files", lambda package: tmp_path)
    with pytest.raises(ReadingError, match=told):
        load("furniture.toml")


def test_a_list_that_is_gone_is_named() -> None:
    with pytest.raises(ReadingError, match=r"reading.toml has no list 'plants' in \[headlines\]. Put it back."):
        words("headlines", "plants")


def test_the_catalogue_is_checked_when_it_is_loaded() -> None:
    catalogue.cache_clear()
    assert catalogue().pieces("Advertisement")[0].kind == "advertisement"
