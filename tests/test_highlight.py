"""What a reader sees of findings: as HTML and as plain text, in pieces, over each other, and from any text at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import highlight, read
from kit.errors import KitError
from kit.finding import Attribution, Finding
from kit.text import Article, Furniture, Span, read_text
from kit.views.control_characters import for_terminal, showable
from kit.views.finding_marks import finding_in_words, shortened
from kit.views.highlight import MAX_LINKED, to_html
from kit.views.plain_text import as_plain_text
from kit.views.segments import MAX_DEPTH, segments

REASON = "Because it stands there."
Quoted = str | tuple[str, ...]


def spans_of(text: str, quoted: Quoted) -> tuple[Span, ...]:
    pieces = (quoted,) if isinstance(quoted, str) else quoted
    return tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def attribution(
    text: str,
    source: Quoted,
    cue: Quoted,
    content: Quoted,
    style: Literal["direct", "indirect", "mixed"] = "indirect",
    reason: str = REASON,
) -> Attribution:
    """A finding by the words of its text."""
    parts = [spans_of(text, quoted) for quoted in (source, cue, content)]
    everything = [span for part in parts for span in part]
    span = Span(min(s.start for s in everything), max(s.end for s in everything))
    return Attribution(span, "by hand", reason, parts[0], parts[1], parts[2], style)


class Page(HTMLParser):
    """A view as a browser reads it: the text it shows, its elements and ids, and a sketch of the marks.

    In the sketch stand paragraphs as [p ...], marks as [source ...] and so on, numbers as (1).
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.shown, self.sketch = "", ""
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.points_to: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == [], "every element has to be closed"

    def within(self, *names: str) -> bool:
        return any(set(classes.split()) & set(names) for _, classes in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        self.tags.add(tag)
        self.ids += [named["id"]] if "id" in named else []
        self.points_to += [named[key].lstrip("#") for key in ("href", "aria-describedby") if key in named]
        if tag == "br":
            return
        self.open.append((tag, named.get("class", "")))
        if self.within("kit-text") and not self.within("kit-at", "kit-note", "kit-text-itself"):
            self.sketch += f"[{self.name_of(tag, named.get('class', ''))} " if tag != "div" else ""

    def handle_endtag(self, tag: str) -> None:
        shown = self.within("kit-text") and not self.within("kit-at", "kit-note")
        opened, _ = self.open.pop()
        assert opened == tag, "elements have to be nested properly"
        self.sketch += "]" if shown and tag != "div" else ""

    def handle_data(self, data: str) -> None:
        if self.within("kit-text") and not self.within("kit-note"):
            if self.within("kit-at"):
                self.sketch += f"({data})"
            else:
                self.shown += data
                self.sketch += data

    @staticmethod
    def name_of(tag: str, classes: str) -> str:
        roles = [
            name.removeprefix("kit-") for name in classes.split() if not re.match(r"kit-(opens|closes|[fh]\d)", name)
        ]
        return ".".join(roles) or tag


SAID = "“We saw it,” said Ortiz."
NESTED = "Hale said that Ortiz had said “no” twice."
PIECES = "“We saw it,” said Ortiz. “It was blue.”"
CROSSING = "a b c d"


@pytest.mark.parametrize(
    ("text", "findings", "sketch"),
    [
        ("Nobody spoke.", [], "[p Nobody spoke.]"),
        (
            SAID,
            [attribution(SAID, "Ortiz", "said", "“We saw it,”")],
            "[p [content “We saw it,”] [cue said](1) [source Ortiz].]",
        ),
        (
            PIECES,
            [attribution(PIECES, "Ortiz", "said", ("“We saw it,”", "“It was blue.”"))],
            "[p [content “We saw it,”] [cue said](1) [source Ortiz]. [content “It was blue.”]]",
        ),
        (
            NESTED,
            [
                attribution(NESTED, "Hale", "said", "that Ortiz had said “no” twice"),
                attribution(NESTED, "Ortiz", ("had said", "twice"), "“no”"),
            ],
            "[p [source Hale] [cue said](1) [content that ][content [source Ortiz]][content  ][content [cue had said]]"
            "[content  ][content [content.deep-2 “no”]][content  ][content [cue twice]](2).]",
        ),
        (
            # two findings with one source, as in "said A but denied B", share its box
            "Hale said A but denied B.",
            [
                attribution("Hale said A but denied B.", "Hale", "said", "A"),
                attribution("Hale said A but denied B.", "Hale", "denied", "B"),
            ],
            "[p [source Hale] [cue said](1) [content A] but [cue denied](2) [content B].]",
        ),
        (
            # spans that cross each other, as a student may mark them
            CROSSING,
            [attribution(CROSSING, (), (), "a b c"), attribution(CROSSING, (), (), "c d")],
            "[p [content a b ][content [content.deep-2 c]](1)[content  d](2)]",
        ),
        (
            # a quotation that runs over two paragraphs is cut where the paragraph ends
            "“One.\n\n“Two,” he said.",
            [attribution("“One.\n\n“Two,” he said.", "he", "said", "“One.\n\n“Two,”")],
            "[p [content “One.]]\n\n[p [content “Two,”] [source he] [cue said](1).]",
        ),
        (
            "It is <b>said</b> & “so”.",
            [attribution("It is <b>said</b> & “so”.", (), "<b>said</b>", ("It", "& “so”"))],
            "[p [content It] is [cue <b>said</b>](1) [content & “so”].]",
        ),
    ],
)
def test_marks_stand_exactly_where_they_belong(text: str, findings: list[Finding], sketch: str) -> None:
    assert Page(highlight(read(text), findings)._repr_html_()).sketch == sketch


def test_of_two_marks_that_begin_together_the_longer_one_is_outside() -> None:
    text = "“No” is all."
    findings = [attribution(text, (), (), "“No”"), attribution(text, (), (), "“No” is all")]
    html = highlight(read(text), findings)._repr_html_()
    assert (
        '<u class="kit-content kit-opens kit-f2"><u class="kit-content kit-deep-2 kit-opens kit-closes kit-f1' in html
    )


def test_a_mark_that_is_cut_opens_once_and_closes_once() -> None:
    text = "The mayor of Ely said no."
    findings = [attribution(text, "The mayor of Ely", "said", "no"), attribution(text, (), (), "mayor")]
    html = highlight(read(text), findings)._repr_html_()
    boxes = re.findall(r'<b class="([^"]+) kit-f1 kit-h1">(.*?)</b>', html)
    assert boxes == [
        ("kit-source kit-opens", "The "),
        ("kit-source", "mayor"),
        ("kit-source kit-closes", " of Ely"),
    ]


def test_the_whole_page_of_a_small_text() -> None:
    html = to_html(read(SAID), [attribution(SAID, "Ortiz", "said", "“We saw it,”", "direct")], "kit-x")
    told_in_full = (
        '<span class="kit-asks">Who:</span> <bdi>Ortiz</bdi><br><span class="kit-asks">Cue:</span> <bdi>said</bdi><br>'
        '<span class="kit-asks">What:</span> <bdi>“We saw it,”</bdi><br>'
        '<span class="kit-asks">How:</span> <bdi>direct: word for word, in quotation marks</bdi><br>'
        '<span class="kit-asks">Why:</span> <bdi>Because it stands there.</bdi>'
    )
    assert re.sub(r"<style>.*</style>", "", html) == (
        '<div class="kit-view kit-short" id="kit-x" role="group" aria-label="News text, 1 place marked">'
        '<ul class="kit-legend"><li><b class="kit-source kit-opens kit-closes">source</b> who says it</li>'
        '<li><em class="kit-cue kit-opens kit-closes">cue</em> the words that link them</li>'
        '<li><u class="kit-content kit-opens kit-closes">content</u> what is said</li>'
        '<li><sup class="kit-at"><span class="kit-number">1</span></sup> the reason: point at a mark, step through '
        "them with Tab, or open the list below</li></ul>"
        '<div class="kit-text"><p dir="auto">'
        '<u class="kit-content kit-opens kit-closes kit-f1 kit-h1">“We saw it,”</u> '
        '<em class="kit-cue kit-opens kit-closes kit-f1 kit-h1">said</em>'
        '<sup class="kit-at"><a class="kit-number" id="kit-x-at-1" href="#kit-x-1" aria-label="1: Ortiz, said" '
        'aria-describedby="kit-x-note-1">1</a></sup>'
        f'<span class="kit-note" id="kit-x-note-1" hidden="hidden">{told_in_full}</span> '
        '<b class="kit-source kit-opens kit-closes kit-f1 kit-h1">Ortiz</b>.</p></div>'
        '<details class="kit-list"><summary>All that is marked, as a list with the reasons</summary><ol>'
        f'<li id="kit-x-1">{told_in_full} <a href="#kit-x-at-1" aria-label="Back to 1 in the text">↑</a></li>'
        "</ol></details></div>"
    )


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
MARKUP = st.lists(
    st.sampled_from(["<script>", "</p>", "&amp;", '"', "'", "said", " ", "\n\n", "‮", "👩‍👩‍👧", "שלום", "\r\n"])
)
TEXTS = ANY_TEXT | MARKUP.map("".join)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[Article, list[Attribution]]:
    """A text and findings with spans anywhere in it: empty, nested, crossing, in any order, even beyond its end."""
    article = read_text(draw(TEXTS))
    place = st.integers(0, len(article.text) + 2)
    span = st.builds(lambda a, b: Span(min(a, b), max(a, b)), place, place)
    part = st.lists(span, max_size=3).map(tuple)
    style = st.sampled_from(["direct", "indirect", "mixed"])
    finding = st.builds(Attribution, span, st.just("rule"), TEXTS, part, part, part, style)
    return article, draw(st.lists(finding, max_size=5))


def newlines(text: str) -> str:
    """The text with one sort of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(marked_texts())
def test_the_page_shows_every_character_of_the_text_and_nothing_else(marked: tuple[Article, list[Attribution]]) -> None:
    article, findings = marked
    page = Page(to_html(article, findings, "kit-x"))
    assert page.shown == newlines(showable(article.text))
    assert not page.tags & {"script", "img", "iframe", "object", "link"}
    assert len(page.ids) == len(set(page.ids))
    assert set(page.points_to) <= set(page.ids)
    assert all(f"kit-x-note-{number}" in page.ids for number in range(1, len(findings) + 1) if article.text)


@given(marked_texts())
def test_plain_text_holds_the_text_and_nothing_that_a_terminal_would_obey(
    marked: tuple[Article, list[Attribution]],
) -> None:
    article, findings = marked
    for_people = as_plain_text(article, findings)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", for_people)
    assert as_plain_text(article, None) == for_terminal(newlines(article.text))


@given(marked_texts())
def test_segments_are_the_whole_text_in_order(marked: tuple[Article, list[Attribution]]) -> None:
    article, findings = marked
    cut = list(segments(len(article.text), findings, edges=[1, 5]))
    assert "".join(article.text[segment.start : segment.end] for segment in cut) == article.text
    assert all(segment.start < segment.end for segment in cut)
    assert all([piece.role for piece in s.pieces].count("content") <= MAX_DEPTH for s in cut)
    for number, finding in enumerate(findings, 1):
        held = {i for s in finding.source for i in range(s.start, min(s.end, len(article.text)))}
        marked_places = {
            i
            for s in cut
            for p in s.pieces
            if number in p.numbers and p.role == "source"
            for i in range(s.start, s.end)
        }
        assert marked_places <= held


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1b[31m", "a␀b␛[31m"),
        ("half \ud83d of an emoji", "half \ufffd of an emoji"),
        ("del \x7f and \x85", "del ␡ and \ufffd"),
        ("tab\tline\nline\r\nold Mac\rend", "tab\tline\nline\r\nold Mac\nend"),
        ("👩‍👩‍👧 שלום zero\u200bwidth", "👩‍👩‍👧 שלום zero\u200bwidth"),
    ],
)
def test_characters_that_cannot_be_shown_get_a_sign(text: str, shown: str) -> None:
    assert showable(text) == shown


def test_title_paragraphs_and_furniture() -> None:
    text = "Bridge stays shut\n\nShare\n\nIt opens in May, the council said. Advertisement"
    read_plainly = read(text)
    article = Article(
        text=text,
        title=Span(0, 17),
        outlet="",
        date="",
        url="",
        paragraphs=(Span(0, 17), Span(19, 24), Span(26, len(text))),
        sentences=read_plainly.sentences,
        quotations=(),
        furniture=tuple(furniture(text, word) for word in ("Share", "Advertisement")),
        words=read_plainly.words,
        rows=read_plainly.rows,
    )
    html = highlight(article, [attribution(text, "the council", "said", "It opens in May")])._repr_html_()
    assert Page(html).sketch == (
        "[title Bridge stays shut]\n\n[p [furniture Share]]\n\n"
        "[p [content It opens in May], [source the council] [cue said](1). [furniture Advertisement]]"
    )
    assert '<span class="kit-furniture">grey</span> belongs to the page, not to the report' in html


def furniture(text: str, word: str) -> Furniture:
    return Furniture(Span(text.index(word), text.index(word) + len(word)), "share")


@dataclass(frozen=True, slots=True)
class Oddity(Finding):
    """A kind of finding that the views have never heard of."""

    severity: int


def test_a_kind_of_finding_without_marks_of_its_own_is_a_place_to_look_at() -> None:
    text = "They let 300 people go."
    view = highlight(read(text), [Oddity(Span(5, 22), "lay-offs", "Say it plainly.", 3)])
    assert Page(view._repr_html_()).sketch == "[p They [place let 300 people go](1).]"
    assert str(view) == (
        "{marked} a place to look at   (1) told below\n\nThey {let 300 people go}(1).\n\n"
        "   (1) Where: let 300 people go\n       Why:   Say it plainly.\n"
    )


def test_plain_text_tells_the_same() -> None:
    assert repr(
        highlight(read(PIECES), [attribution(PIECES, "Ortiz", "said", ("“We saw it,”", "“It was blue.”"), "direct")])
    ) == (
        "[source] who says it   <cue> the words that link them   {content} what is said   (1) told below\n\n"
        "{“We saw it,”} <said>(1) [Ortiz]. {“It was blue.”}\n\n"
        "   (1) Who:   Ortiz\n       Cue:   said\n       What:  “We saw it,” … “It was blue.”\n"
        "       How:   direct: word for word, in quotation marks\n       Why:   Because it stands there.\n"
    )
    assert repr(highlight(read(SAID), [])) == f"Nothing is marked.\n\n{SAID}\n"
    assert repr(highlight(read(SAID))) == SAID


def test_a_missing_source_is_told() -> None:
    text = "It is said to be late."
    finding = attribution(text, (), "is said", ("It", "to be late"))
    assert finding_in_words(read(text), finding)[0] == ("Who", "nobody is named")


def test_numbers_follow_the_text_whatever_the_order_of_the_findings() -> None:
    late, early = attribution(NESTED, "Ortiz", "had said", "“no”"), attribution(NESTED, "Hale", "said", "that")
    assert highlight(read(NESTED), [late, early]).findings == (early, late)


def test_long_passages_are_told_by_their_ends() -> None:
    words = [f"w{i}" for i in range(5000)]
    article = read(" ".join(words))
    assert shortened(article, Span(0, 5)) == "w0 w1"
    assert shortened(article, Span(0, len(article.text))) == "w0 w1 w2 w3 w4 … w4995 w4996 w4997 w4998 w4999"
    assert shortened(read("one\ntwo   three"), Span(0, 15)) == "one two three"


def test_two_outputs_of_one_view_share_no_id() -> None:
    view = highlight(read(SAID), [attribution(SAID, "Ortiz", "said", "“We saw it,”")])
    first, second = Page(view._repr_html_()), Page(view._repr_html_())
    assert first.ids
    assert not set(first.ids) & set(second.ids)


def test_before_anybody_has_looked_there_is_no_legend() -> None:
    assert 'kit-legend"' not in highlight(read(SAID))._repr_html_()
    assert "Nothing is marked in this text." in highlight(read(SAID), [])._repr_html_()


@pytest.mark.parametrize("count", [MAX_LINKED, MAX_LINKED + 1])
def test_only_so_many_findings_are_linked_by_styles(count: int) -> None:
    text = "said " * count
    findings = [
        Attribution(Span(5 * i, 5 * i + 4), "r", REASON, (), (Span(5 * i, 5 * i + 4),), (), "indirect")
        for i in range(count)
    ]
    html = highlight(read(text), findings)._repr_html_()
    assert (f"kit-f{count}" in html) == (count == MAX_LINKED)
    assert html.count('class="kit-number"') == count + 1


def test_thousands_of_marks_over_the_same_words_stay_few() -> None:
    text = "word " * 2000
    whole = [
        Attribution(Span(0, len(text)), "r", REASON, (), (), (Span(i, len(text) - i),), "indirect") for i in range(2000)
    ]
    assert max(len(segment.pieces) for segment in segments(len(text), whole)) == MAX_DEPTH


@pytest.mark.parametrize(
    ("article", "findings", "says"),
    [
        (
            "“No,” he said.",
            [],
            "highlight needs an article, not words in quotation marks. Make one first: highlight(read(text))",
        ),
        (None, [], "highlight needs an article, not a thing of the type NoneType"),
        (read(SAID), "said", "highlight marks findings, not words in quotation marks"),
        (read(SAID), 3, "highlight marks findings, not a thing of the type int"),
        (read(SAID), [Span(0, 3)], "highlight marks findings, not a thing of the type Span"),
    ],
)
def test_what_is_no_article_or_no_finding_is_refused_in_a_sentence(
    article: object, findings: object, says: str
) -> None:
    with pytest.raises(KitError, match=re.escape(says)):
        highlight(article, findings)  # type: ignore[arg-type]


def test_a_single_finding_need_not_be_in_a_list() -> None:
    finding = attribution(SAID, "Ortiz", "said", "“We saw it,”")
    assert highlight(read(SAID), finding).findings == (finding,)  # type: ignore[arg-type]
