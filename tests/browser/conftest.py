"""A real JupyterLab, started as a learner starts it, and a browser to look at it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

PROJECT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S+")
PATIENCE = 90  # seconds until the server has to have said where it is: only a broken start takes so long


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of lesson 1 in a JupyterLab that `kit lab` runs on a course of its own, far from the checkout."""
    place = tmp_path_factory.mktemp("learner")
    settings = place / "config"
    settings.mkdir()
    # The page shall give its own object to the tests, so that they can wait until it is really ready.
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
        yield address_from(server.stdout)
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
