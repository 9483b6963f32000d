"""`read` on web addresses, with a server on this machine: what comes back, and what is said where nothing can."""

from __future__ import annotations

import datetime
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from web_server import BODY, TITLE, serving

from kit.cli import main
from kit.text import ReadingError, read, web
from kit.views.highlight import highlight

TODAY = datetime.date.today().isoformat()


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    with serving() as both:
        yield both


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost,nowhere.invalid")


@pytest.fixture
def at(server: tuple[str, list[str]]) -> str:
    return server[0]


@pytest.mark.parametrize("path", ["/news", "/moved", "/gzip", "/wrong-charset", "/no-such-charset"])
def test_the_article_at_an_address_is_read(at: str, path: str) -> None:
    article = read(at + path)
    assert article.text == "\n\n".join([TITLE, *BODY])
    assert article.title is not None and article[article.title] == TITLE
    found_at = at + "/news" if path == "/moved" else at + path
    told = ("Ellery Courier", "2026-10-14", found_at, TODAY)
    assert (article.outlet, article.date, article.url, article.fetched) == told


def test_what_the_reader_says_of_a_text_goes_before_what_the_page_says(at: str) -> None:
    article = read(at + "/news", outlet="Our paper", date="last week", url="seen in class")
    assert (article.outlet, article.date, article.url) == ("Our paper", "last week", "seen in class")


def test_an_old_page_is_read_in_its_own_encoding(at: str) -> None:
    assert "The café “Évian” is shut" in read(at + "/latin").text
    assert read(at + "/plain.txt").text == "The café is shut, the mayor said."


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/404", "The page {at}/404 does not exist (404). Check the address."),
        ("/403", "The page {at}/403 doesn't open for programs, or only for subscribers."),
        ("/402", "The page {at}/402 is for people who pay."),
        ("/401", "The page {at}/401 asks for a password."),
        ("/500", "The page {at}/500 isn't available right now: its server has an error (500)."),
        ("/418", "The page {at}/418 is refused (418)."),
        ("/paywall", "The page {at}/paywall shows its article only to subscribers."),
        ("/front", "No article was found in the page {at}/front."),
        ("/script", "No article was found in the page {at}/script."),
        ("/picture", "The page {at}/picture is a picture (PNG), not plain text."),
        ("/binary", "The page {at}/binary is not text: it holds zero bytes, as programs and pictures do."),
        ("/to-file", "The page {at}/to-file leads to something that isn't a web page (file:)."),
        ("/to-script", "The page {at}/to-script leads to something that isn't a web page (javascript:)."),
        ("/round", "The page {at}/round keeps leading back to itself."),
        ("/cut", "The page {at}/cut stopped coming halfway through."),
        ("/bomb", "The page {at}/bomb has more than 10 million bytes, so the kit stopped reading."),
        ("/endless", "The page {at}/endless has more than 10 million bytes, so the kit stopped reading."),
    ],
)
def test_a_page_that_can_not_be_read_gets_a_sentence(at: str, path: str, told: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(at + path)
    said = str(error.value)
    assert said.startswith(told.format(at=at))
    assert 'paste them into read("""...""") instead.' in said or "Open it, copy the words of the article" in said
    assert "\n" not in said


@pytest.mark.parametrize("path", ["/slow", "/silent", "/slow-headers"])
def test_a_page_that_takes_too_long_is_given_up(at: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_SECONDS", 0.3)
    monkeypatch.setattr(web, "MAX_SILENT_SECONDS", 0.2)
    with pytest.raises(ReadingError, match=r"takes too long to (load|answer)\. Open it, copy the words"):
        read(at + path)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://nowhere.invalid/a", "The kit can't reach nowhere.invalid: either this machine is offline, or"),
        ("www.nowhere.invalid/a", "The kit can't reach www.nowhere.invalid: either this machine is offline, or"),
        ("http://127.0.0.1:1/", "The kit can't reach 127.0.0.1: either this machine is offline, or"),
        ("ftp://example.org/a.txt", "ftp://example.org/a.txt can't be opened: the kit reads addresses that begin with"),
        ("file:///etc/passwd", "file:///etc/passwd is the address of a file. Give its path instead"),
        ("http:///a", "http:///a isn't a complete web address."),
        ("http://[::1/a", "http://[::1/a isn't a complete web address."),
        ("https://a:99999999/", "https://a:99999999/ isn't a complete web address."),
    ],
)
def test_an_address_that_leads_nowhere_gets_a_sentence(address: str, told: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(address)
    assert str(error.value).startswith(told)


def test_nothing_is_fetched_unless_an_address_is_given(
    server: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, asked = server
    monkeypatch.setattr(socket, "create_connection", None)
    before = len(asked)
    saved = tmp_path / "saved.html"
    saved.write_bytes(
        f'<!doctype html><link href="{at}/news"><img src="{at}/news">'.encode() + "\n".join(BODY).encode()
    )
    read(f"See {at}/news for more.")
    read(f"{at}/news\nIt rained.")
    read(saved)
    assert len(asked) == before


def test_a_page_from_outside_may_not_lead_inside(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(at + "/to-localhost").title is not None  # from inside it may
    monkeypatch.setattr(web, "is_in_private_network", lambda host: host == "localhost")
    with pytest.raises(ReadingError, match=r"leads to localhost, a machine inside your own network\."):
        read(at + "/to-localhost")


@pytest.mark.parametrize(
    ("host", "inside"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("192.168.1.1", True),
        ("10.0.0.8", True),
        ("169.254.169.254", True),
        ("::1", True),
        ("fe80::1%1", True),
        ("::ffff:192.168.1.1", True),
        ("8.8.8.8", False),
        ("2001:4860:4860::8888", False),
        ("nowhere.invalid", False),
        ("a" * 300, False),
    ],
)
def test_inside_is_what_no_stranger_can_reach(host: str, inside: bool) -> None:
    assert web.is_in_private_network(host) is inside


@pytest.mark.parametrize(
    ("addresses", "networks"),
    [(["8.8.8.8"], {False}), (["10.0.0.8", "::1"], {True}), (["8.8.8.8", "10.0.0.8"], {True, False})],
)
def test_a_name_with_a_foot_in_two_networks(
    addresses: list[str], networks: set[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert web.networks_of("example.org") == networks
    if len(networks) == 1:
        assert web.check_address("http://example.org/") == "http://example.org/"
        return
    told = "example.org is on the internet and inside your own network at once"
    with pytest.raises(ReadingError, match=told):
        read("http://example.org/a")
    monkeypatch.setattr(web, "networks_of", lambda host: networks if host == "example.org" else {False})
    with pytest.raises(ReadingError, match=r"leads to example\.org, a machine inside your own network"):
        web.redirect_target("http://news.example/", "http://example.org/a")


def test_a_password_in_an_address_is_not_shown(at: str) -> None:
    article = read(at.replace("//", "//ada:secret@") + "/news#top")
    assert article.url == at + "/news"


def test_a_view_says_where_a_text_is_from(at: str) -> None:
    view = highlight(read(at + "/news"))
    day = datetime.date.today()
    fetched = f"{day.day} {day:%B} {day.year}"
    line = f"From: Ellery Courier, 14 October 2026, {at}/news, fetched on {fetched}"
    assert repr(view).startswith(line + "\n\n")
    assert f'<p class="kit-from"><bdi>{line}</bdi></p>' in view._repr_html_()


def test_kit_find_takes_an_address(at: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", at + "/news"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"Title: {TITLE}\nFrom: Ellery Courier, 14 October 2026, {at}/news, fetched on ")
    assert "Dana Whitlock" in shown
    assert main(["find", at + "/404"]) == 2
    assert capsys.readouterr().err.startswith(f"kit: The page {at}/404 does not exist (404).")


@pytest.mark.parametrize(
    ("missing", "path", "told"),
    [
        (
            "requests",
            "/news",
            "{at}/news is the address of a web page, and the package requests, which opens such things,",
        ),
        ("trafilatura", "/news", "The page {at}/news is a web page (HTML), and the package trafilatura, which opens"),
    ],
)
def test_without_the_package_for_it_one_is_told(
    at: str, missing: str, path: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ReadingError) as error:
        read(at + path)
    said = str(error.value)
    assert said.startswith(told.format(at=at))
    assert said.endswith(f'paste them into read("""...""") instead. Or install it: pip install {missing}')
