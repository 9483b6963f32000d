"""Lesson 1 in Notebook 7, which many schools have in place of JupyterLab. Skipped where it is not installed; `.ci/run`
has it after it has installed nbgrader, which brings it along."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ask_notebook import run_all
from lessons import asked, lesson

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
pytest.importorskip("notebook", reason="Notebook 7 is not installed")

ROOT = Path(__file__).parents[2]
LESSON = "1-attribution"
PATIENCE = 90  # seconds: only a broken start takes so long
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/tree\?token=\w+")
EXPOSED = "--JupyterNotebookApp.expose_app_in_browser=True"  # so that the test can wait until Python is there
ERRORS = "[data-mime-type='application/vnd.jupyter.stderr'], [data-mime-type='application/vnd.jupyter.error']"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of Notebook 7 on a course that `kit lab` has laid out."""
    place = tmp_path_factory.mktemp("school")
    own = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "run", "IPYTHONDIR": "i"}
    environment = {**os.environ, **{name: str(place / part) for name, part in own.items()}, "PYTHONPATH": str(ROOT)}
    layout = [sys.executable, "-m", "kit", "lab", "course", "--only-files"]
    subprocess.run(layout, cwd=place, env=environment, check=True, stdout=subprocess.DEVNULL)
    started = subprocess.Popen(
        [sys.executable, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0", EXPOSED],
        cwd=place / "course",
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stderr is not None
    found = None
    for line in started.stderr:
        if found := ADDRESS.search(line):
            break
    assert found, "Notebook 7 did not say where it is"
    threading.Thread(target=started.stderr.read, daemon=True).start()  # what it says later must not make it wait
    answers(found.group())
    yield found.group()
    started.terminate()
    started.wait(timeout=PATIENCE)


def answers(address: str) -> None:
    """It tells its address a moment before it listens there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError):
            urllib.request.urlopen(address, timeout=PATIENCE).close()
            return
        time.sleep(0.2)


def test_lesson_1_runs_without_an_error(server: str, browser: Browser) -> None:
    from playwright.sync_api import expect

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    run_all(page, server.replace("/tree?", f"/notebooks/notebooks/{LESSON}.ipynb?"))
    questions = asked(lesson(LESSON))
    expect(page.locator(".kit-ask .kit-control")).to_have_count(len(questions), timeout=60_000)
    expect(page.locator(".kit-view").first).to_be_visible()
    assert page.locator(ERRORS).all_inner_texts() == []
    page.locator(".kit-ask").get_by_role("radio").first.check()
    expect(page.locator(".kit-ask .kit-kept").filter(has_text="Saved in ../answers/1-attribution.json")).to_have_count(
        1
    )
    context.close()
