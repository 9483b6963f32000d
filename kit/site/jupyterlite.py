"""JupyterLab as static files: made by JupyterLite, with the kernel of Pyodide and the front end of our controls."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kit.errors import KitError
from kit.making.packing import File
from kit.site.wheels import Wheel
from kit.toml import load_toml

EXTENSIONS = ("@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "anywidget")
KERNEL = EXTENSIONS[0]
KERNEL_WHEELS = ("ipykernel", "pyodide_kernel")  # what makes the kernel, beside what it needs from elsewhere
PYODIDE = "static/pyodide"
HOW = 'Install what makes a site, in a checkout of the project: pip install -c constraints.txt ".[site]"'


def kernel_wheels() -> list[Wheel]:
    """The kernel's own packages, which come with its extension."""
    made = []
    for name in KERNEL_WHEELS:
        file = next((_extension(KERNEL) / "static" / "pypi").glob(f"{name}-*.whl"))
        made.append(Wheel(name.replace("_", "-"), file.name.split("-")[1], (), (name,), file.read_bytes()))
    return made


def _extension(name: str) -> Path:
    """The folder of an extension of JupyterLab that is installed here."""
    from jupyter_core.paths import jupyter_path

    for place in jupyter_path("labextensions"):
        if (Path(place) / name / "package.json").is_file():
            return Path(place) / name
    raise KitError(f"the part {name} of JupyterLab is missing, and a site needs it. {HOW}.")


def lay_out(work: Path, out: Path, contents: Iterable[File], preload: list[str]) -> None:
    """Make JupyterLab in the folder `out`, with these files to open. `work` is an empty folder that already holds
    Pyodide in static/pyodide; `preload` names the packages that are loaded when a kernel starts.

    Raises KitError if JupyterLite is missing or stumbles.
    """
    if not all(find_spec(name) for name in ("jupyterlite_core", "jupyterlite_pyodide_kernel")):
        raise KitError(f"JupyterLite is missing, and a site is made with it. {HOW}.")
    for file in contents:
        place = work / "contents" / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)
    _write(work / "jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": _config(preload)})
    _write(work / "overrides.json", _settings())
    _write(
        work / "jupyter_lite_config.json",
        {
            "LiteBuildConfig": {
                "apps": ["lab"],
                "contents": ["contents"],
                "output_dir": str(out),
                "settings_overrides": ["overrides.json"],
                "ignore_sys_prefix": ["federated_extensions"],
                "federated_extensions": [str(_extension(name)) for name in EXTENSIONS],
                "no_sourcemaps": True,
                "no_unused_shared_packages": True,
                "no_libarchive": True,
            }
        },
    )
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", str(work)]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode or not (out / "lab" / "index.html").is_file():
        last = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()[-1]
        raise KitError(f"JupyterLite could not make the site. It says: {last}")


def _config(preload: list[str]) -> dict[str, Any]:
    """What the page is told when it opens. Nothing in it leads to another server."""
    return {
        "appName": "Who Says So?",
        "exposeAppInBrowser": True,  # our own script folds the list of files, and tells when nothing can be kept
        "litePluginSettings": {
            f"{KERNEL}:kernel": {
                "pyodideUrl": f"./{PYODIDE}/pyodide.mjs",
                "disablePyPIFallback": True,
                "loadPyodideOptions": {"packages": preload},
            }
        },
    }


def _settings() -> dict[str, Any]:
    """The settings for learners of `kit lab`, and those of a page without a server."""
    package = resources.files("kit")
    learners = json.loads(package.joinpath("data/jupyter/labconfig/default_setting_overrides.json").read_text("utf-8"))
    own = load_toml(package.joinpath("site/settings.toml").read_bytes(), "settings.toml")
    return {name: learners.get(name, {}) | own.get(name, {}) for name in {**learners, **own}}


def _write(place: Path, content: dict[str, Any]) -> None:
    place.write_text(json.dumps(content), encoding="utf-8")
