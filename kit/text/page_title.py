"""The headline of a web page, without what the site and its system put around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

# What stands between a headline and the name of the site: "Driver, 15, killed in crash - Harrow Gazette".
BETWEEN = re.compile(r"\s{1,9}(?:[|·•»«–—-]|::)\s{1,9}|:\s")
HOST = re.compile(r"https?://([\w.-]+)")
WORD = re.compile(r"\w{4,}")
MIN_LETTERS_OF_SITE = 3  # letters that the name of a site and a piece of a title have in common
MAX_LETTERS_MORE = 10  # than the name of a site: "Gazette" and "The Gazette Online"
FEW_WORDS = 4  # a heading with fewer may be the name of the site
FIRST_LINES = 3  # of the text, among which the headline is looked for


def headline_of(given: str, site: str, address: str, tree: Any, lines: Sequence[str]) -> str:
    """The headline: the page's own heading above the text, or else what the page gives as its title, without the site.

    `given` is the title in the page's head, `tree` the page, `lines` are those of its text. A title that has no word in
    common with the text is the name of a system or a template ("Untitled document"), and no headline.

    >>> headline_of("Bridge shut - The Gazette", "The Gazette", "", None, ["The bridge is shut, the mayor said."])
    'Bridge shut'
    """
    names = site_names(site, address, tree)
    headings = [in_one_line(each.text_content()) for each in tree.iter("h1")] if tree is not None else []
    if above := next((line for line in lines[:FIRST_LINES] if line in headings and not is_site(line, names)), ""):
        return above
    in_text = {word.casefold() for line in lines for word in WORD.findall(line)}
    for title in (in_one_line(given), *titles_in_head(tree)):
        heading = next((each for each in headings if each and each != title and each in title), "")
        may_be_site = {squeezed(heading)} if heading and len(heading.split()) < FEW_WORDS else set()
        headline = without_site(title, names | may_be_site)
        words = {word.casefold() for word in WORD.findall(headline)}
        if headline and not is_site(headline, names) and (words & in_text or not words):
            return heading if len(heading.split()) >= FEW_WORDS else headline
    return ""


def titles_in_head(tree: Any) -> list[str]:
    """What a page calls itself for others, and for its own window."""
    if tree is None:
        return []
    shared = [each.get("content") or "" for each in tree.iter("meta") if each.get("property") == "og:title"]
    return [in_one_line(title) for title in (*shared, *(each.text_content() for each in tree.iter("title")))]


def site_names(site: str, address: str, tree: Any) -> set[str]:
    """What the site is called, as its pages and its address say: letters only, small."""
    names = [site]
    if tree is not None:
        for each in tree.iter("meta"):
            if (each.get("property") or each.get("name") or "").casefold() in ("og:site_name", "application-name"):
                names.append(each.get("content") or "")
    host = HOST.match(address)
    names.append(max(host[1].split("."), key=len) if host else "")
    return {letters for name in names if len(letters := squeezed(name)) >= MIN_LETTERS_OF_SITE}


def without_site(title: str, names: set[str]) -> str:
    """A title without the names of the site at its end or at its beginning."""
    cuts = [match.span() for match in BETWEEN.finditer(title)]
    while cuts and is_site(title[cuts[-1][1] :], names):
        title = title[: cuts.pop()[0]]
    while cuts and is_site(title[: cuts[0][0]], names):
        (_, start), *rest = cuts
        title, cuts = title[start:], [(one - start, other - start) for one, other in rest]
    return title


def is_site(piece: str, names: set[str]) -> bool:
    """Is a piece of a title the name of the site, or that with a word more or less ("BBC News", "Gazette")?"""
    letters = squeezed(piece)
    if len(letters) < MIN_LETTERS_OF_SITE:
        return False
    return any(letters in name or (name in letters and len(letters) <= len(name) + MAX_LETTERS_MORE) for name in names)


def squeezed(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def in_one_line(words: str) -> str:
    return " ".join(words.split())
