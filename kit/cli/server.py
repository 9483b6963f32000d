"""Start JupyterLab on a course, for people who have never seen it: no news, no settings of theirs touched."""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import kit
from kit.cli.course_folder import is_checkout
from kit.errors import KitError

HOST = "127.0.0.1"  # this machine only: nobody else in the classroom's network can look in
FIRST_PORT = 8888
PORTS_TRIED = 50
WORKSPACE = "who-says-so"  # tabs of the course are remembered apart from those of the person's own work
LEARNER_SETTINGS = Path(kit.__file__).resolve().parent / "data" / "jupyter"
PERSONAL_FOLDERS = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR")


def serve(root: Path, lesson: str, *, port: int | None, browser: bool, announce: Callable[[str], None]) -> None:
    """Run JupyterLab in `root` until it is stopped; `announce` is handed the address of the lesson once it answers.

    `lesson` is the notebook to open, relative to `root`, with forward slashes. `port` None takes the first free one.
    Raises `KitError` if JupyterLab is missing or cannot start.
    """
    lab_app = find_jupyterlab()
    import zmq

    chosen = free_port() if port is None else checked_port(port)
    with jupyter_environment(root):
        page = f"/lab/workspaces/{WORKSPACE}/tree/{quote(lesson)}"
        token = secrets.token_hex(24)
        settings = {
            "ServerApp.ip": HOST,
            "ServerApp.port": chosen,
            "ServerApp.root_dir": root,
            "ServerApp.open_browser": browser,
            "ServerApp.allow_root": True,  # in a container one often is root, and a learner can't change that
            "ServerApp.log_level": "ERROR",
            "LabApp.log_level": "ERROR",
            "LabApp.extra_labextensions_path": LEARNER_SETTINGS / "labextensions",  # for narrow windows
            "LabApp.extension_manager": "readonly",  # the other one looks on the net for extensions to install
            "KernelManager.transport_encryption": "auto" if zmq.has("curve") else "disabled",
            "IdentityProvider.token": token,
            "LabApp.default_url": page,
        }
        try:
            server = lab_app.initialize_server(argv=[f"--{name}={value}" for name, value in settings.items()])
        except SystemExit as stop:
            raise KitError(
                "JupyterLab couldn't start; its own message is above. If that mentions settings, try once without "
                "them: set the variable JUPYTER_NO_CONFIG to 1 and give the same command again."
            ) from stop
        stop_quietly(server)
        address = f"{server.connection_url.rstrip('/')}{page}?token={token}"
        server.io_loop.add_callback(announce, address)
        server.start()


def find_jupyterlab():  # type: ignore[no-untyped-def]  # JupyterLab ships no types
    """The JupyterLab that is installed beside the kit. It starts in half the time without the grammars of addresses in
    all scripts, which one of its packages would make and nothing asks."""
    sys.modules.setdefault("rfc3987_syntax", None)
    try:
        from jupyterlab.labapp import LabApp
    except ImportError as error:
        raise KitError(
            f"JupyterLab is missing from this Python ({sys.executable}): {error}. Install it with: "
            f'"{sys.executable}" -m pip install jupyterlab'
        ) from error
    return LabApp


def stop_quietly(server) -> None:  # type: ignore[no-untyped-def]  # JupyterLab ships no types
    """Ctrl+C stops at once: Jupyter's own question in the terminal, to be answered in 5 seconds, puzzles newcomers."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: server.stop(from_signal=True))


def free_port() -> int:
    """The first free port from 8888 on; if all of those are taken, any free one."""
    for port in (*range(FIRST_PORT, FIRST_PORT + PORTS_TRIED), 0):
        with contextlib.suppress(OSError), socket.create_server((HOST, port)) as taken:
            return int(taken.getsockname()[1])
    raise KitError(
        f"JupyterLab needs a port on {HOST}, and this computer won't give it one. A firewall or a virus scanner can be "
        "the reason: ask whoever looks after the computer."
    )


def checked_port(port: int) -> int:
    """The port that was asked for, if it can be had."""
    try:
        with socket.create_server((HOST, port)):
            return port
    except OSError as error:
        raise KitError(
            f"port {port} can't be used: {error.strerror}. Leave --port out, and a free one is chosen."
        ) from error


@contextlib.contextmanager
def jupyter_environment(root: Path) -> Iterator[None]:
    """The environment variables that JupyterLab and its kernels see; as before afterwards.

    Jupyter looks first into the folder `data/jupyter` of the kit, where settings for learners stand (no question about
    news, no look for updates), and for the kernel `python3` into a temporary folder that names this very Python: a
    kernel of that name which somebody installed for another Python would not know the kit. Where the home folder
    can't be written, as on some school computers, Jupyter's own files go into the temporary folder too.
    """
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="kit-", ignore_cleanup_errors=True) as place:
        write_own_kernel(Path(place, "kernels", "python3"))
        os.environ["JUPYTER_PATH"] = search_path(place, before.get("JUPYTER_PATH"))
        os.environ["JUPYTER_CONFIG_PATH"] = search_path(LEARNER_SETTINGS, before.get("JUPYTER_CONFIG_PATH"))
        if is_checkout(root):  # its lessons shall run its own code
            os.environ["PYTHONPATH"] = search_path(root, before.get("PYTHONPATH"))
        if not home_is_writable():
            os.environ.update({name: str(Path(place, name.lower())) for name in PERSONAL_FOLDERS})
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def write_own_kernel(folder: Path) -> None:
    """Describe the Python that runs here as a kernel, for Jupyter to find."""
    from ipykernel.kernelspec import write_kernel_spec

    folder.parent.mkdir(parents=True)
    write_kernel_spec(folder)


def search_path(first: Path | str, rest: str | None) -> str:
    """A search path with one more folder in front."""
    return os.pathsep.join([str(first), rest] if rest else [str(first)])


def home_is_writable() -> bool:
    """Can Jupyter keep its own files where it usually does?"""
    from jupyter_core import paths

    try:
        for folder in (paths.jupyter_config_dir(), paths.jupyter_data_dir(), paths.jupyter_runtime_dir()):
            Path(folder).mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
    except OSError:
        return False
    return True
