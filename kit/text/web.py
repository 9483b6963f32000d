"""Fetch one page from the web, when somebody has given its address and only then.

Whoever gives an address may go where their browser goes, to a server in the classroom too. A page from outside may not
send us there: the address of a router or of a neighbour's machine is then not what the reader has asked for.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
import time
from collections.abc import Callable
from contextlib import closing
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from kit.text.decoding import ReadingError
from kit.text.packages import PASTE, optional_package

if TYPE_CHECKING:
    import requests

MAX_PAGE_BYTES = 10_000_000  # bytes of a page, unpacked; the pages of newspapers have up to 4 million
MAX_SECONDS = 20.0  # seconds for the whole page, from its name to its last byte
MAX_SILENT_SECONDS = 10.0  # seconds without a single byte
MAX_REDIRECTS = 8
CHUNK_BYTES = 65_536  # bytes
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; WhoSaysSo; reads one page when a person asks for it)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.1",
    "Accept-Language": "en, *;q=0.5",
    "Accept-Encoding": "gzip",
}
REFUSED = {
    401: "asks for a password",
    402: "is for people who pay",
    403: "doesn't open for programs, or only for subscribers",
    404: "does not exist (404). Check the address",
    410: "is gone (410)",
    429: "isn't available right now, because the server has had too many requests",
    451: "isn't available in this country",
}


class Page(NamedTuple):
    """What came back: the bytes, the encoding that the server names (or ""), and where the page was in the end."""

    data: bytes
    charset: str
    address: str


def fetch(address: str) -> Page:
    """The page at an address (http or https), after at most eight redirects.

    Raises ReadingError, in a sentence, if there is none, if it takes longer than 20 seconds or is larger than ten
    million bytes, and if it leads to something else than a web address.
    """
    optional_package("requests", "requests", f"{address} is the address of a web page")
    asked = address if "://" in address else f"https://{address}"
    try:
        return within(MAX_SECONDS, lambda: follow(asked))
    except TimeoutError:
        raise ReadingError(f"The page {without_password(asked)} takes too long to load. {PASTE}") from None


def within(seconds: float, work: Callable[[], Page]) -> Page:
    """What some work gives; raises TimeoutError if it takes longer.

    It is done in a thread, which is left behind then: a server that sends a byte now and then keeps waiting whoever
    asks for its headers, and so does a resolver of names.
    """
    answer: SimpleQueue[Page | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            answer.put(work())
        except BaseException as error:  # whatever it is, it is for whoever waits
            answer.put(error)

    threading.Thread(target=run, daemon=True, name="kit-fetch").start()
    try:
        given = answer.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(given, BaseException):
        raise given
    return given


def follow(asked: str) -> Page:
    """The page at an address, or at the one to which it sends its readers."""
    import requests

    at = check_address(asked)
    until = time.monotonic() + MAX_SECONDS
    with requests.Session() as session:
        for _ in range(MAX_REDIRECTS + 1):
            with closing(request(session, at, until)) as response:
                to = session.get_redirect_target(response)
                if to is None:
                    if response.status_code >= 400:
                        raise ReadingError(
                            f"The page {without_password(asked)} {refusal(response.status_code)}. {PASTE}"
                        )
                    return Page(read_body(response, at, until), charset_of(response), without_password(at))
            at = redirect_target(at, to)
    raise ReadingError(f"The page {without_password(asked)} keeps leading back to itself. {PASTE}")


def check_address(address: str) -> str:
    """The address, if it is one of the web."""
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        parts, named = SplitResult("", "", "", "", ""), False
    if parts.scheme.lower() == "file":
        raise ReadingError(f"{address} is the address of a file. Give its path instead, without file:// before it.")
    if parts.scheme.lower() not in ("http", "https", ""):
        raise ReadingError(f"{address} can't be opened: the kit reads addresses that begin with http:// or https://.")
    if not named:
        raise ReadingError(f"{address} isn't a complete web address. Copy it from the browser again.")
    if networks_of(parts.hostname or "") == {True, False}:
        raise ReadingError(
            f"{parts.hostname} is on the internet and inside your own network at once, which no honest "
            "page needs. The kit won't open it."
        )
    return address


def redirect_target(at: str, to: str) -> str:
    """Where a page sends its readers; raises ReadingError if it is nowhere that a page should send them."""
    target = urljoin(at, to)
    scheme, host = urlsplit(target).scheme.lower(), urlsplit(target).hostname or ""
    if scheme not in ("http", "https"):
        raise ReadingError(
            f"The page {without_password(at)} leads to something that isn't a web page ({scheme}:). {PASTE}"
        )
    if is_in_private_network(host) and not is_in_private_network(urlsplit(at).hostname or ""):
        raise ReadingError(
            f"The page {without_password(at)} leads to {host}, a machine inside your own network. The kit won't "
            "follow it."
        )
    return check_address(target)


def is_in_private_network(host: str) -> bool:
    """Does a name stand for this machine, or for one in a private network? False where that can't be told."""
    return True in networks_of(host)


def networks_of(host: str) -> set[bool]:
    """For each address that a name stands for: is it private? Nothing where that can't be told."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, ValueError):
        return set()
    return {not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found}


def request(session: requests.Session, address: str, until: float) -> requests.Response:
    """The beginning of the answer of a server; its body is still to come."""
    import requests

    left = max(0.1, min(MAX_SILENT_SECONDS, until - time.monotonic()))
    try:
        return session.get(address, headers=HEADERS, stream=True, allow_redirects=False, timeout=left)
    except requests.exceptions.Timeout as error:
        raise ReadingError(f"The page {without_password(address)} takes too long to answer. {PASTE}") from error
    except requests.exceptions.SSLError as error:
        raise ReadingError(
            f"The connection to {urlsplit(address).hostname} is not safe: its certificate can't be checked. {PASTE}"
        ) from error
    except requests.exceptions.ConnectionError as error:
        raise ReadingError(
            f"The kit can't reach {urlsplit(address).hostname}: either this machine is offline, or the address is "
            f"wrong, or the server is down. {PASTE}"
        ) from error
    except (requests.exceptions.RequestException, ValueError) as error:
        raise ReadingError(
            f"{without_password(address)} can't be opened. Copy the address once more, or: {PASTE}"
        ) from error


def refusal(status: int) -> str:
    why = REFUSED.get(status)
    if why:
        return why
    return (
        f"isn't available right now: its server has an error ({status})" if status >= 500 else f"is refused ({status})"
    )


def read_body(response: requests.Response, address: str, until: float) -> bytes:
    """All of the answer, unpacked on the way, so that neither time nor memory runs out."""
    from urllib3.exceptions import HTTPError, ReadTimeoutError

    data = bytearray()
    try:
        while piece := response.raw.read1(CHUNK_BYTES, decode_content=True):
            data += piece
            if len(data) > MAX_PAGE_BYTES:
                raise ReadingError(
                    f"The page {without_password(address)} has more than {MAX_PAGE_BYTES // 1_000_000} million bytes, "
                    f"so the kit stopped reading. {PASTE}"
                )
            if time.monotonic() > until:
                raise ReadingError(f"The page {without_password(address)} takes too long to load. {PASTE}")
    except ReadTimeoutError as error:
        raise ReadingError(f"The page {without_password(address)} takes too long to load. {PASTE}") from error
    except (HTTPError, OSError) as error:
        raise ReadingError(
            f"The page {without_password(address)} stopped coming halfway through. Try again, or: {PASTE}"
        ) from error
    return bytes(data)


def charset_of(response: requests.Response) -> str:
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", response.headers.get("Content-Type", ""), re.IGNORECASE)
    return found.group(1) if found else ""


def without_password(address: str) -> str:
    """An address as it may be shown: without a password, and without the mark of a place in the page."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))
