"""How two passages that do not go together look: marked in the text, numbered twice, told in the list, in JSON."""

from __future__ import annotations

import json
import re

from kit import find_inconsistencies, highlight, read
from kit.cli.stream import as_json
from kit.finding import Inconsistency
from kit.text import Article

TEXT = "Twelve goats were found near the lock. A farmer fed them. The 15 goats went home by barge."


def pair() -> tuple[Article, Inconsistency]:
    article = read(TEXT)
    [finding] = find_inconsistencies(article)
    return article, finding


def test_plain_text_marks_both_passages_and_numbers_them_alike() -> None:
    article, finding = pair()
    shown = repr(highlight(article, [finding]))
    assert (
        "|*Twelve*(1) goats were found near the lock.| A farmer fed them. |The *15*(1) goats went home by barge.|"
        in shown
    )
    assert "What:  number: Twelve / 15\n" in shown
    assert "Sure:  conflict: both can’t be right as they stand\n" in shown
    assert "Whose: the reporter\n" in shown
    assert f"Why:   {finding.reason}\n" in shown


def test_a_notebook_shows_one_note_and_two_numbers_that_lead_to_it() -> None:
    article, finding = pair()
    page = highlight(article, [finding])._repr_html_()
    assert len(re.findall(r'class="kit-number" id="kit-[0-9a-f]+-at-1"', page)) == 1
    assert len(re.findall(r'class="kit-number kit-again" href="#kit-[0-9a-f]+-at-1"', page)) == 1
    assert page.count('class="kit-note') == 1
    assert page.count("kit-passage kit-opens") == 3  # once in the legend
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_words_that_differ_are_marked_inside_their_passages() -> None:
    article, finding = pair()
    page = highlight(article, [finding])._repr_html_()
    assert re.findall(r'<strong class="kit-differs[^"]*">([^<]+)</strong>', page) == ["differs", "Twelve", "15"]


def test_what_a_headline_alone_has_is_numbered_behind_the_other_passage() -> None:
    body = "Four boats sank in the marina on Monday. It was dark. The crew sang. Nobody saw it. It rained."
    article = read(f"Eleven rescued as gale wrecks marina\n\n{body}")
    [finding] = find_inconsistencies(article)
    shown = repr(highlight(article, [finding]))
    assert "|*Eleven*(1) rescued as gale wrecks marina|" in shown
    assert "|Four boats sank in the marina on Monday.|(1)" in shown
    assert "What:  headline and report: Eleven / nothing like it\n" in shown


def test_json_names_the_two_passages_as_spans() -> None:
    _, finding = pair()
    [data] = json.loads(as_json("a1", [finding]))["findings"]
    assert data["kind"] == "inconsistency"
    assert data["spans"] == [list(finding.claim), list(finding.other)] == [[0, 38], [58, 90]]
    assert [TEXT[start:end] for start, end in data["claim_words"] + data["other_words"]] == ["Twelve", "15"]
    assert (data["type"], data["verdict"]) == ("number", "conflict")
    assert data["claim_source"] == data["other_source"] == "" and data["excuse"] in data["reason"]
