"""Sentences: the tables have | where one ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text import Span, read_text
from kit.text.word_lists import load_lexicon, word_list

ENDS = [
    "It rained.| She left.| Nobody knew why!| Why?| So.",
    "It rained.\t|She left.\n|Nobody knew.",
    "It rained.\u00a0|She left.\u2003|Nobody knew.",
    "It rained. \u200b|She left.\u200f |Nobody knew.",
    "“It rained.”|“She left.”",
    "“It rained.”| “She left.”| 'Nobody knew.'",
    '"It rained."| "She left."| (Nobody knew.)| [Sic.]| So.',
    "He closed it.|The mayor left.",
    "It rained in 2016.| The dam held.",
    "It cost 3.5 million.| 12 boats sank.",
    "It is over ...| She left…| Why?",
    "It is over. ...| She left. …| Why?",
    "Stop!!!| What?!| No.",
    "It rained.| #flood came.| @anaortiz left.",
    "he left.| she stayed.| nobody knew.",
    "日本です。|東京です。",
    "הגשר נסגר.| הגשר נפתח.",
    "أُغلق الجسر.| هل فُتح؟| نعم.",
    "Great 👩\u200d👩\u200d👧!| So 🎉.| Yes.",
    "It rained. | She left.",
]
ABBREVIATED = [
    "Sen. Ortiz met Gov. Reyes and Lt. Col. Hale on Jan. 5.| She left.",
    "“Mr. Hale left,” said Mrs. Hale.| “Dr. Reyes stayed.”",
    "Then-Sen. Ortiz and ex-Gov. Hale left.| So did Reps. Reyes and Kim.",
    "SEN. ORTIZ VOTED.| ST. LOUIS FLOODED.",
    "She works for the U.S. Senate in the U.S.| She likes it.",
    "The U.N. Security Council met at 5 p.m. Monday.| It failed at 9 a.m. Eastern time.",
    "It began at 5 p.m.| He left.",
    "It began at 5 p.m.| “Too late,” she said.",
    "George W. Bush and J.K. Rowling met Alan T. Jeffers.| No one knew.",
    "So do I.| This must change.",
    'Gov. C.L. "Butch" Otter left.| So did Otto.',
    "She is No. 1 of St. Louis.| No. 2 is Hale.",
    "Is it so?| No.| But it may be.",
    "See Fig. 3 and pp. 4 to 9.| It is clear.",
    "Rubio (R-Fla.), Kaine (D-Va.) and Sanders (I-Vt.) left.| They were tired.",
    "Sanders (I-Vt.) – or so – won.| He left.",
    "In Lodi, N.J.| Roger left.",
    "He was born in Hereford, Ariz.| Together they left.",
    "The Newark, N.J. Mayor left.",
    "The shop in Lodi, N.J.| The owner left.",
    "Shaw & Co. Chairman Hale left Acme Inc. in Sept. 2016.| He is 60.",
    "He left Acme Inc.| “It was time,” he said.",
    "Hale v. Ortiz and Hale vs. Reyes were decided.| Both won.",
    "She has a Ph.D. from M.I.T. and likes e.g. Bach, i.e. fugues, etc.| He left.",
    "The G.O.P. base and H.I.V. drugs matter.| They do.",
    "It grew by 3.5 percent to $1.2 billion at 10.30 a.m. on 5.6.2016.| It fell.",
    "Visit www.Example.Org or https://a.Bc/d.Ef today.| It is new.",
    "1. The dam.| It held.",
    "Dr. Hale Jr. left.| So did Hale Sr. himself.",
]
QUOTED = [
    "“Really?” she said.| “Yes!” he cried.",
    '"Really?" she said.| "Yes!" he cried.',
    "‘Really?’ she said.| 'Yes!' he cried.",
    "“Is it true?” Ortiz asked.| “It is.”",
    "“Is it true?” Mayor Ana Ortiz asked on Monday.| “It is.”",
    "“Is it true?”| Ortiz left.",
    "“It is.”| Ortiz said she was sure.",
    '"What does that mean? " Clinton asked.| She left.',
    "“It rained.| It was wet,” she said.| He left.",
    "She asked “Why?” and left.| He stayed.",
    "“It is great.” — Ana Ortiz",
    "It is great. — Ana Ortiz (@anaortiz) July 5, 2016",
    "It is great.| — He left.",
    "“Make ... it stop,” she said.| So I … I left.",
    "He works for Yahoo! in Paris.| She does not.",
    "“It fell (or did it?) and sank.”| He left (again!).| She stayed.",
]


@pytest.mark.parametrize("marked", [*ENDS, *ABBREVIATED, *QUOTED])
def test_where_sentences_end(marked: str) -> None:
    pieces = marked.split("|")
    text = "".join(pieces)
    expected = []
    at = 0
    for piece in pieces:
        shown = piece.strip(" \t\n\u00a0\u2003\u200b\u200f")
        start = at + piece.find(shown)
        expected.append(Span(start, start + len(shown)))
        at += len(piece)
    assert [text[a:b] for a, b in read_text(text).sentences] == [text[a:b] for a, b in expected if a < b]
    assert list(read_text(text).sentences) == [span for span in expected if span.start < span.end]


@pytest.mark.parametrize("table", ["abbreviations", "sentences", "headlines", "apostrophes"])
def test_the_examples_of_the_lists_are_one_sentence(table: str) -> None:
    for example in load_lexicon("reading.toml")[table]["examples"]:
        assert [Span(0, len(example))] == list(read_text(example).sentences)


@pytest.mark.parametrize("word", sorted(word_list("abbreviations", "titles") - {"St"}))
def test_no_title_ends_a_sentence(word: str) -> None:
    text = f"She met {word}. The Rock."
    assert len(read_text(text).sentences) == 1


@pytest.mark.parametrize("word", sorted(word_list("abbreviations", "states", "others")))
def test_what_follows_decides(word: str) -> None:
    assert len(read_text(f"She left {word}. The dam held.").sentences) == 2
    assert len(read_text(f"She left {word}. Northfield today.").sentences) == 1
    assert len(read_text(f"She left {word}. and went.").sentences) == 1


def test_a_sentence_never_leaves_its_paragraph() -> None:
    article = read_text("A line without a full stop\nand another\r\n\r\nand a third")
    assert article.sentences == article.paragraphs


def test_furniture_cuts_sentences() -> None:
    article = read_text("The dam held.\n\nNORTHFIELD (AP) — It rained. She left.\n\nAdvertisement\n\nSo it was.")
    assert [article[span] for span in article.sentences] == ["The dam held.", "It rained.", "She left.", "So it was."]


@given(st.lists(st.sampled_from(["It rained.", "She left!", "“No,” he said.", "Why?", "Sen. Ortiz won."]), min_size=1))
def test_plain_sentences_are_found_again(sentences: list[str]) -> None:
    article = read_text(" ".join(sentences))
    assert [article[span] for span in article.sentences] == sentences
