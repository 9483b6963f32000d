"""Quotations. In the tables, curly braces enclose a quotation; one that is never closed ends with /}, one that goes on
from the paragraph before begins with {+."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text import Quotation, Span, read_text

PLAIN = [
    "{“No,”} she said. {“It rained.”}",
    '{"No,"} she said. {"It rained."}',
    "{''No,''} she said. {''It rained.''}",
    "{``No,''} she said.",
    "{‘No,’} she said. {‘It rained.’}",
    "{'No,'} she said. {'It rained.'}",
    "{„Nein“}, sagte sie. {«Non»}, dit-elle. {»Nein«}, sagte er.",
    "It was a {“quick”}, {“clean”} and {'fair'} vote.",
    'The {"smart"}-phones, ({"phablets"}), {"a"}/{"b"}—{"c"}.',
    '{"No."}{"Yes."}',
    "{“No.”}{“Yes.”}",
    'He asked:{"Why?"}',
    "{“No\u200b”}, \u200b{“yes”}",
    "She called it {'locker room talk'}.",
    "She saw {'Fantastic Beasts'} twice.",
    "{“”}",
]
NESTED = [
    "{“He told me {‘no’} twice,”} she said.",
    "{\"He told me {'no'} twice,\"} she said.",
    "{'He told me {\"no\"} twice,'} she said.",
    "{‘He told me {“no”} twice,’} she said.",
    "{''He told me {'no,'}''} she said.",
    "{“{‘Fire!’} he cried,”} she said.",
    "{'{\"Fire!\"} he cried,'} she said.",
    "{“He called it {“great”} and left,”} she said.",
    '{"He called it {"great"} and left,"} she said.',
    "{“A {‘B {“C”} B’} A”}",
]
APOSTROPHES = [
    "The Smiths' house and the workers' union.",
    "The Smiths’ house and the workers’ union.",
    "{‘We saw the Smiths’ house,’} she said. {‘It was gone.’}",
    "{'We saw the Smiths' house,'} she said. {'It was gone.'}",
    "The {‘Smiths’} went to the workers’ club.",
    "In the '90s and the ’80s they sang rock 'n' roll, goin' home with 'em in ol' cars.",
    "Don't, can’t, O'Neill's, it’s, ma'am.",
    "She said {'don't'} and left.",
    "{“I'm goin' home to the boys' room in '95,”} he said.",
    "{‘Til death do us part,’} he said.",
    "'Tis the workers' fault.",
    "‘90s music is the kids’ favourite.",
    'He is 6\'2" tall, she is 5\' 10", and the pizza has 12".',
    '{"It was a 12" pizza,"} he said. {"Good."}',
    "{“He was 6'2\" and I was 5'9\",”} she said.",
    "{‘Nobody likes the Smiths’ dogs’ barking,’} he said.",
]
UNCLOSED = [
    "{“It rained. It was wet./}",
    '{"It rained, she said./} {"It was wet,"} she added.',
    "{“It rained, she said./} {“It was wet,”} she added.",
    "{“It rained, {‘really’} it did./}",
    "A mark {“ alone./}",
    'A mark " alone.',
    "A mark ' alone, and ’ and ‘ too.",
    "It rained.” So.",
]
TYPED = [
    "{“like this“} he said. {“And this“}, she said.",
    "{”like that”} he said.",
    '{“mixed"} and {"mixed”} marks',
    '{"what does that mean? "} Clinton asked.',
    '{" Hello there,"} he said.',
    "{“They see that. “}",
    "{’Hello there,’} he said.",
]
PARAGRAPHS = [
    "{“It rained./}\n\n{+“It was wet./}\n\n{+“So it was,”} she said. {“Very.”}",
    '{"It rained./}\n\n{+"It was wet,"} she said.',
    "{''It rained./}\n\n{+''It was wet,''} she said.",
    "{'It rained./}\n\n{+'It was wet,'} she said.",
    "{‘It rained./}\n\n{+‘It was wet,’} she said.",
    "{“It rained,”} she said. {“It was wet./}\r\n\r\n{+“So it was.”}",
    "{“It rained.”}\n\n{“It was wet.”}",
    "{“It rained./}\n\nNobody knew.\n\n{“It was wet.”}",
    "{“It rained./}\n\nAdvertisement\n\n{+“It was wet.”}",
    "{“It rained/}\n\n{+and it was wet,”} she said.",
    "She said: {“It rained./}\n\n{+“It was wet.”}",
    "{“It rained./}\n\nShe added {“no”} and left.",
]


def cut(marked: str) -> tuple[str, list[Quotation]]:
    """A text without its braces, and the quotations that they enclose."""
    text = ""
    found: list[Quotation] = []
    opened: list[tuple[int, bool, int]] = []
    at = 0
    while at < len(marked):
        if marked[at] == "{":
            continues = marked[at + 1] == "+"
            opened.append((len(text), continues, len(opened)))
            at += 1 + continues
        elif marked[at] == "}" or marked[at : at + 2] == "/}":
            start, continues, depth = opened.pop()
            closed = marked[at] == "}"
            words = text[start:]
            first = 0 if continues and words[0].isalnum() else 2 if words[:2] in ("''", "``") else 1
            last = (2 if words.endswith("''") and first == 2 else 1) if closed else 0
            inner = Span(start + first, len(text) - last)
            if inner.start < inner.end:
                found.append(Quotation(Span(start, len(text)), inner, depth, closed, continues))
            at += 1 if closed else 2
        else:
            text += marked[at]
            at += 1
    return text, sorted(found)


@pytest.mark.parametrize("marked", [*PLAIN, *NESTED, *APOSTROPHES, *UNCLOSED, *TYPED, *PARAGRAPHS])
def test_quotations(marked: str) -> None:
    text, expected = cut(marked)
    assert list(read_text(text).quotations) == expected


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’", "''", "«»", "„“"])
@given(words=st.lists(st.sampled_from(["it", "rained", "don’t", "3.5", "é", "👩\u200d👧", "שלום"]), min_size=1))
def test_what_is_quoted_is_found(opening: str, closing: str, words: list[str]) -> None:
    inner = " ".join(words) + ","
    text = f"She said: {opening}{inner}{closing} and left."
    (quotation,) = read_text(text).quotations
    start = len("She said: ")
    assert quotation.inner == Span(start + 1, start + 1 + len(inner))
    assert quotation.span == Span(start, start + 2 + len(inner))


def test_quotations_in_furniture_are_none() -> None:
    article = read_text("The dam held.\n\nRead more: “It rained”, she said\n\nSo it was.")
    assert [piece.kind for piece in article.furniture] == ["read more"]
    assert article.quotations == ()
