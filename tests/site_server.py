"""A site as a class meets it, for the browser tests: made once, served by a server that refuses every other one, and
opened in windows of a pupil."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ask_notebook import READY

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

# The browser itself refuses what is not on this list, in pages and in workers, and tells the server of every refusal.
POLICY = "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'; report-uri /refused"
RAN = """() => {
    const cells = window.jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === "code");
    const stopped = cell => cell.model.outputs.toJSON().some(output => output.output_type === "error");
    return cells.some(stopped) || cells.every(cell => cell.model.executionCount);
}"""
COMPLAINTS = """() => window.jupyterapp.shell.currentWidget.content.widgets
    .filter(cell => cell.model.type === "code")
    .flatMap(cell => cell.model.outputs.toJSON()
        .filter(output => output.output_type === "error" || output.name === "stderr")
        .map(output => `${cell.model.sharedModel.source}\\n${output.text || output.evalue}`))"""
RUN = """async code => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const going = kernel.requestExecute({ code });
    let said = "";
    going.onIOPub = ({ header, content }) => {
        if (header.msg_type === "stream") said += content.name === "stderr" ? `In red: ${content.text}` : content.text;
        if (header.msg_type === "error") said += `Stopped: ${content.ename}: ${content.evalue}`;
    };
    await going.done;
    return said;
}"""
OPEN = """async path => {
    const panel = await window.jupyterapp.commands.execute("docmanager:open", { path, factory: "Notebook" });
    await panel.context.ready;
    window.jupyterapp.shell.activateById(panel.id);
}"""
CLOSE = """async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    await panel.sessionContext.shutdown();
    await panel.context.save();
    panel.dispose();
}"""
PATIENCE = 120_000  # milliseconds for a notebook to open and run: only a broken one takes so long


class Server:
    """A web space for a folder. `refused` holds what pages wanted from elsewhere, `bytes_sent` what went over the wire;
    `missing` the addresses that are not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refused: list[str] = []
        self.missing: list[str] = []
        self.bytes_sent = 0
        self.port = 0
        self.start()

    def start(self) -> None:
        """Begin to answer, on the same port as before."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), partial(_Handler, self))
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def address(self, notebook: str = "") -> str:
        """The address of the first page, or of a notebook."""
        page = f"lab/index.html?path={quote(notebook)}" if notebook else ""
        return f"http://127.0.0.1:{self.port}/{page}"


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, space: Server, *args: Any) -> None:
        self.space = space
        super().__init__(*args, directory=str(space.folder))

    def do_POST(self) -> None:
        if self.path == "/refused":
            told = self.rfile.read(int(self.headers["Content-Length"]))
            self.space.refused.append(told.decode())
        self.send_response(204)
        self.end_headers()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        if self.path.endswith(".gz"):
            self.send_header("Content-Encoding", "gzip")  # as many servers have it; Python's own has not
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self.space.bytes_sent += len(content)
        outputfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.space.missing.append(self.path)
        super().send_error(code, message, explain)

    def log_message(self, *args: Any) -> None:
        """Nothing in the terminal."""


class Pupil:
    """A profile of a browser: what it keeps stays in it."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.context, self.server = context, server
        self.outside: list[str] = []
        context.on("request", lambda request: self._note(request.url))

    def _note(self, address: str) -> None:
        if not address.startswith((f"http://127.0.0.1:{self.server.port}/", "data:", "blob:")):
            self.outside.append(address)

    def home(self) -> Page:
        """The first page, when it is ready to be left."""
        page = self.context.new_page()
        page.goto(self.server.address())
        page.evaluate("navigator.serviceWorker.ready")
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        return page

    def open(self, notebook: str, page: Page | None = None) -> Page:
        """A notebook whose kernel is ready."""
        page = page or self.context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(self.server.address(notebook))
        ready(page)
        return page

    @contextmanager
    def opened(self, notebook: str) -> Iterator[Page]:
        page = self.open(notebook)
        yield page
        page.close()


@contextmanager
def notebook_in(page: Page, notebook: str) -> Iterator[None]:
    """Another notebook in a page of JupyterLab, with a kernel of its own that is ready; it is closed again."""
    page.evaluate(OPEN, notebook)
    ready(page)
    yield
    close(page)


def close(page: Page) -> None:
    """Close the notebook that is open, and end its kernel."""
    page.evaluate(CLOSE)


def ready(page: Page) -> None:
    page.wait_for_function("window.jupyterapp !== undefined")
    page.locator(".jp-Notebook .jp-CodeCell:visible").first.wait_for()
    page.evaluate(READY)


def run_all(page: Page) -> list[str]:
    """Run every cell of the notebook that is open. Gives what went wrong or came in red."""
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(RAN)
    return list(page.evaluate(COMPLAINTS))


def python(page: Page, code: str) -> str:
    """What the kernel of the notebook that is open prints for some code."""
    return str(page.evaluate(RUN, code))
