"""A small web server on this machine, for tests: pages that behave, and pages that do not."""

from __future__ import annotations

import contextlib
import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kit.library import text_of

TITLE, *PARAGRAPHS = text_of("footbridge").split("\n\n")
BODY = [line.strip() for line in PARAGRAPHS[1:]]  # without the byline
BOMB = gzip.compress(gzip.compress(b"<p>" * 40_000_000))


def page(body: str, head: str = "", title: str = TITLE) -> str:
    """A page as newspapers make them: menu, article, more to read, small print."""
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("News", "Sport", "Weather", "Subscribe"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Ellery Courier</title>'
        f"{head}</head>"
        f"<body><nav><ul>{menu}</ul></nav><main>{body}</main><footer><p>© Ellery Courier. All rights reserved.</p>"
        "</footer></body></html>"
    )


def article(paragraphs: list[str], head: str = "") -> str:
    return page(f"<article><h1>{TITLE}</h1>{''.join(f'<p>{line}</p>' for line in paragraphs)}</article>", head)


FACTS = (
    '<meta property="og:site_name" content="Ellery Courier">'
    '<meta property="article:published_time" content="2026-10-14T09:30:00Z">'
)
NEWS = article(BODY, FACTS).encode()
LATIN = article([*BODY, "The café “Évian” is shut, said its owner, who would not say for how long."]).encode("cp1252")
PAYWALL = article(
    [BODY[0], "Already a subscriber? Sign in."], '<script>{"isAccessibleForFree": false}</script>'
).encode()
FRONT = page("".join(f'<h2><a href="/{n}">Council says something new, part {n}</a></h2>' for n in range(40))).encode()
PAGES: dict[str, tuple[str, bytes]] = {
    "/news": ("text/html; charset=utf-8", NEWS),
    "/wrong-charset": ("text/html; charset=iso-8859-1", NEWS),
    "/no-such-charset": ("text/html; charset=klingon", NEWS),
    "/latin": ("text/html; charset=iso-8859-1", LATIN.replace(b'<meta charset="utf-8">', b"")),
    "/paywall": ("text/html", PAYWALL),
    "/front": ("text/html", FRONT),
    "/empty": ("text/html", b""),
    "/script": ("text/html", page('<div id="app"></div><script>load()</script>').encode()),
    "/picture": ("image/png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100)),
    "/binary": ("application/octet-stream", bytes(range(256)) * 9),
    "/plain.txt": ("text/plain; charset=iso-8859-1", "The café is shut, the mayor said.".encode("latin-1")),
}
STATUS = {"/401": 401, "/402": 402, "/403": 403, "/404": 404, "/500": 500, "/418": 418}
LEADS = {
    "/moved": "/news",
    "/to-file": "file:///etc/passwd",
    "/to-script": "javascript:alert(1)",
    "/round": "/round",
    "/to-localhost": "http://localhost:PORT/news",
}


class Handler(BaseHTTPRequestHandler):
    """Answers as the tables above say, and keeps a list of what was asked."""

    asked: list[str]
    stop: threading.Event

    def do_GET(self) -> None:
        self.asked.append(self.path)
        with contextlib.suppress(OSError):  # the kit has hung up, as it should
            self.answer()

    def answer(self) -> None:
        assert isinstance(self.server, ThreadingHTTPServer)
        port = str(self.server.server_port)
        if self.path in PAGES:
            kind, data = PAGES[self.path]
            self.begin(200, **{"Content-Type": kind, "Content-Length": str(len(data))})
            self.wfile.write(data)
        elif self.path in LEADS:
            self.begin(302, Location=LEADS[self.path].replace("PORT", port))
        elif self.path in STATUS:
            self.begin(STATUS[self.path])
        elif self.path == "/gzip":
            self.begin(200, **{"Content-Type": "text/html", "Content-Encoding": "gzip"})
            self.wfile.write(gzip.compress(NEWS))
        elif self.path == "/bomb":
            self.begin(200, **{"Content-Type": "text/html", "Content-Encoding": "gzip, gzip"})
            self.wfile.write(BOMB)
        elif self.path == "/endless":
            self.begin(200, **{"Content-Type": "text/html"})
            while not self.stop.is_set():
                self.wfile.write(b"<p>on and on</p>" * 4096)
        elif self.path == "/slow":
            self.begin(200, **{"Content-Type": "text/html"})
            while not self.stop.wait(0.05):
                self.wfile.write(b"<p>")
        elif self.path == "/slow-headers":  # one header, letter by letter
            self.send_response(200)
            self.flush_headers()
            self.wfile.write(b"X-Slow: ")
            while not self.stop.wait(0.05):
                self.wfile.write(b"on and on ")
        elif self.path == "/silent":
            self.stop.wait()
        elif self.path == "/cut":
            self.begin(200, **{"Content-Type": "text/html", "Content-Length": "100000"})
            self.wfile.write(NEWS[:500])

    def begin(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def serving() -> Iterator[tuple[str, list[str]]]:
    """The address of a running server, and the list of the paths it is asked for."""
    handler = type("OneServer", (Handler,), {"asked": [], "stop": threading.Event()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", handler.asked  # type: ignore[attr-defined]
    finally:
        handler.stop.set()  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()
        thread.join()
