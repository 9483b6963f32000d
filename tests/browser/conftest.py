"""A real JupyterLab, started as a learner starts it, and a browser to look at it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest
from ask_notebook import open_lab, run_all, run_next
from bench import Bench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROJECT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S+")
PATIENCE = 90  # seconds until the server has to have said where it is: only a broken start takes so long
LESSON = "1-attribution.ipynb"


@dataclass(frozen=True)
class Course:
    """A course that `kit lab` serves: its folder, and the address of its first lesson."""

    folder: Path
    address: str

    def address_of(self, notebook: str) -> str:
        return re.sub(r"[^/]+\.ipynb", notebook, self.address)


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Course]:
    """JupyterLab on a course of its own, far from the checkout and from the settings of whoever runs the tests."""
    place = tmp_path_factory.mktemp("learner")
    settings = place / "config"
    settings.mkdir()
    # The page shall hand its own object to the tests, so that they can wait until it is really ready.
    (settings / "jupyter_lab_config.py").write_text("c.LabApp.expose_app_in_browser = True\n", encoding="utf-8")
    own = {"JUPYTER_CONFIG_DIR": settings, "JUPYTER_DATA_DIR": place / "data", "JUPYTER_RUNTIME_DIR": place / "run"}
    own |= {"IPYTHONDIR": place / "ipython", "PYTHONPATH": PROJECT}
    server = subprocess.Popen(
        [sys.executable, "-m", "kit", "lab", str(place / "course"), "--no-browser"],
        env={**os.environ, **{name: str(path) for name, path in own.items()}},
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout is not None
    try:
        yield Course(place / "course", address_from(server.stdout))
    finally:
        server.terminate()
        server.wait(timeout=30)


def address_from(output: IO[str]) -> str:
    """The address that the server tells; what it says later is read away, so that it never has to wait for us."""
    said: list[str] = []
    told = threading.Event()

    def listen() -> None:
        for line in output:
            said.append(line)
            if ADDRESS.search(line):
                told.set()
        told.set()

    threading.Thread(target=listen, daemon=True).start()
    told.wait(PATIENCE)
    address = ADDRESS.search("".join(said))
    assert address, f"kit lab did not say where the course is:\n{''.join(said)}"
    return address.group()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[test]'")
    with playwright.sync_playwright() as driver:
        # Without a sandbox, since in a container the tests often run as root.
        running = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def lesson(course: Course, browser: Browser) -> Iterator[Page]:
    """Lesson 1 in JupyterLab after Run > Run All Cells."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=1.5)
    run_all(page, course.address_of(LESSON) + "&reset")  # not what another test has left open
    page.locator(".kit-view").nth(2).wait_for()
    page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").wait_for()
    page.locator(".kit-view").nth(1).scroll_into_view_if_needed()
    yield page
    page.close()


@pytest.fixture(scope="session")
def jupyter(course: Course, browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens and runs a notebook, by its path in the course, in a JupyterLab that these tests share, since it takes
    seconds to load. What was open before is closed, and its Python ended."""
    page = browser.new_page()

    def run(path: str) -> Page:
        page.set_viewport_size({"width": 1280, "height": 900})
        if page.url == "about:blank":
            open_lab(page, course.address + "&reset")
        run_next(page, path)
        return page

    yield run
    page.close()


@pytest.fixture
def untrusted(course: Course, lesson: Page, browser: Browser) -> Iterator[Page]:
    """The lesson with the outputs that somebody else has saved: JupyterLab cleans them before it shows them."""
    lesson.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    saved = course.folder / "notebooks" / LESSON
    from_elsewhere = course.folder / "notebooks" / "from-elsewhere.ipynb"
    # Trust goes by content: one more blank makes it another notebook.
    from_elsewhere.write_text(saved.read_text(encoding="utf-8").replace("# 1 ·", "# 1  ·"), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(course.address_of("from-elsewhere.ipynb") + "&reset")
    page.locator(".kit-view").nth(1).wait_for()
    yield page
    context.close()
    from_elsewhere.unlink()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which checks a page for what keeps people out."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def bench_page(browser: Browser) -> Iterator[Bench]:
    page = browser.new_page(viewport={"width": 1000, "height": 760}, reduced_motion="reduce")
    page.set_default_timeout(8000)
    yield Bench(page)
    page.close()


@pytest.fixture
def bench(bench_page: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A bare page for controls, empty, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    bench_page.clear()
    bench_page.page.set_viewport_size({"width": 1000, "height": 760})
    return bench_page
