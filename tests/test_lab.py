"""`kit lab` from the outside: what it opens, what it says, and how it stops."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError

import pytest

import kit
from kit.cli import main, server

ROOT = Path(__file__).parents[1]
KIT = str(Path(kit.__file__).parents[1])
WEB = "/lab/workspaces/who-says-so/tree/"
PATIENCE = 120  # seconds until a hanging server is given up; nothing is measured


@dataclass
class Lab:
    """A running `kit lab`: what it has said so far, and the address it gave."""

    process: subprocess.Popen[str]
    said: str
    address: str

    @property
    def base(self) -> str:
        return self.address.partition("/lab/")[0]

    @property
    def token(self) -> str:
        return self.address.partition("?token=")[2]

    def get(self, path: str, token: str | None = None, method: str = "GET") -> bytes:
        headers = {"Authorization": f"token {self.token if token is None else token}"}
        request = urllib.request.Request(self.base + path, headers=headers, method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return bytes(answer.read())

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str, str]:
        """Exit status, and what was said from here on."""
        self.process.send_signal(how)
        said, complaints = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said, complaints


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder of its own: no test touches the settings of whoever runs it."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def environment(home: Path, path: str = KIT, **more: str) -> dict[str, str]:
    own = {"HOME": str(home), "USERPROFILE": str(home), "PYTHONPATH": path, "PYTHONUNBUFFERED": "1", **more}
    return {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "XDG_"))} | own


@contextmanager
def running(cwd: Path, env: dict[str, str], *arguments: str) -> Iterator[Lab]:
    command = [sys.executable, "-m", "kit", "lab", "--no-browser", *arguments]
    process = subprocess.Popen(
        command, cwd=cwd, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    try:
        said, address = "", ""
        assert process.stdout is not None
        for line in process.stdout:
            said += line
            if "http" in line:
                address = line.strip()
            if "Ctrl+C" in line:
                break
        else:
            pytest.fail(f"kit lab ended: {said}{process.communicate()[1]}")
        yield Lab(process, said, address)
    finally:
        process.terminate()  # not kill: the server shall clear away its temporary folder
        process.communicate(timeout=PATIENCE)


def refused(*arguments: str, cwd: Path, env: dict[str, str]) -> str:
    """What `kit lab` says when it can't go on: exit status 2, nothing on standard output, no traceback."""
    command = [sys.executable, "-m", "kit", "lab", "--no-browser", *arguments]
    done = subprocess.run(command, cwd=cwd, env=env, text=True, capture_output=True, timeout=PATIENCE)
    assert (done.returncode, done.stdout) == (2, ""), done
    assert done.stderr.startswith("kit") and "Traceback" not in done.stderr
    return done.stderr


def first_lesson() -> str:
    return min(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


def test_without_a_checkout_the_course_is_laid_out_and_served(tmp_path: Path, home: Path) -> None:
    # A kernel starts in this Python, whatever else is called python3.
    other = home / ".local/share/jupyter/kernels/python3/kernel.json"
    other.parent.mkdir(parents=True)
    other.write_text(json.dumps({"argv": ["/no/python", "{connection_file}"], "display_name": "Other", "language": ""}))
    with running(tmp_path, environment(home, JUPYTER_PREFER_ENV_PATH="0")) as lab:
        course = tmp_path / "who-says-so"
        assert f"The course is in {course}." in lab.said
        assert lab.address.startswith("http://127.0.0.1:")
        assert WEB + "notebooks/" + first_lesson() + "?token=" in lab.address
        assert b"<title>JupyterLab</title>" in lab.get(lab.address.removeprefix(lab.base))
        lesson = f"notebooks/{first_lesson()}"
        assert lab.get(f"/files/{lesson}") == (ROOT / lesson).read_bytes()
        with pytest.raises(HTTPError, match="403"):
            lab.get("/api/contents", token="guessed")
        kernel = json.loads(lab.get("/api/kernelspecs"))["kernelspecs"]["python3"]["spec"]
        assert kernel["argv"][0] == sys.executable
        assert json.loads(lab.get("/api/kernels", method="POST"))["name"] == "python3"
        assert lab.stop()[0] == 0  # with a kernel running, too


def test_no_news_no_updates_and_the_learners_own_settings_still_win(tmp_path: Path, home: Path) -> None:
    plugin = "@jupyterlab/apputils-extension/notification"
    own = home / ".jupyter/lab/user-settings" / (plugin + ".jupyterlab-settings")
    own.parent.mkdir(parents=True)
    with running(tmp_path, environment(home)) as lab:
        for written, wanted in ((None, "false"), ('{"fetchNews": "true"}', "true")):
            if written:
                own.write_text(written)
            got = json.loads(lab.get("/lab/api/settings/" + plugin.replace("extension/", "extension:")))
            shown = {name: item["default"] for name, item in got["schema"]["properties"].items()} | got["settings"]
            assert (shown["fetchNews"], shown["checkForUpdates"]) == (wanted, False)
        course = tmp_path / "who-says-so"
        assert lab.stop() == (0, f"JupyterLab has stopped. What you saved is in {course}.\n", "")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "who-says-so"\n')
    (tmp_path / "notebooks" / "deeper").mkdir(parents=True)
    (tmp_path / "notebooks" / "1-own lesson?.ipynb").write_text("{}")
    return tmp_path


def test_in_a_checkout_its_lessons_are_opened_and_nothing_is_laid_out(checkout: Path, home: Path) -> None:
    files = sorted(path for path in checkout.rglob("*") if home not in path.parents)
    with running(checkout / "notebooks" / "deeper", environment(home)) as lab:
        assert "1-own%20lesson%3F.ipynb" in lab.address
        status, _, complaints = lab.stop(signal.SIGTERM)
        assert (status, complaints) == (0, "")
    assert sorted(path for path in checkout.rglob("*") if home not in path.parents) == files


@pytest.mark.parametrize("named", [False, True], ids=["from its folder", "by its name"])
def test_a_checkout_is_known_from_where_one_is(
    named: bool, checkout: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[tuple[Path, str]] = []
    monkeypatch.setattr("kit.cli.lab.serve", lambda root, lesson, **others: served.append((root, lesson)))
    monkeypatch.chdir(home if named else checkout)
    files = sorted(checkout.rglob("*"))
    assert main(["lab", str(checkout)] if named else ["lab"]) == 0
    assert served == [(checkout, "notebooks/1-own lesson?.ipynb")]
    assert sorted(checkout.rglob("*")) == files


def test_the_next_day_it_says_what_it_kept(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lab", "my course", "--only-files"]) == 0
    changed = tmp_path / "my course" / "exercises" / "README.md"
    changed.write_text("my notes")
    with running(tmp_path / "my course" / "notebooks", environment(home)) as lab:  # inside it, no name is needed
        assert "Kept as you changed them: exercises/README.md.\n" in lab.said
        assert "laid out" not in lab.said
        assert f"What you saved is in {tmp_path / 'my course'}." in lab.stop()[1]
    assert changed.read_text() == "my notes"


def test_a_home_that_cannot_be_written_is_no_obstacle(tmp_path: Path, home: Path) -> None:
    nowhere = home / "file"
    nowhere.write_text("not a folder")
    with running(tmp_path, environment(nowhere)) as lab:
        assert json.loads(lab.get("/api/kernels", method="POST"))["name"] == "python3"
        assert lab.stop()[0] == 0


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("a file", "'a file' is in the way: there is a file where a folder should be"),
        ("a file/course", "'course' is in the way"),
        ("", "the name of the folder is empty"),
        ("x" * 300, "the course can't be laid out in"),
    ],
)
def test_a_folder_that_cannot_be_used(tmp_path: Path, home: Path, folder: str, words: str) -> None:
    (tmp_path / "a file").write_text("mine")
    assert words in refused(folder, cwd=tmp_path, env=environment(home))
    assert (tmp_path / "a file").read_text() == "mine"


def test_a_taken_port_is_told_and_without_port_another_one_is_found(tmp_path: Path, home: Path) -> None:
    with socket.create_server((server.HOST, 0)) as taken:
        port = str(taken.getsockname()[1])
        (tmp_path / "pyproject.toml").write_text('[project]\nname = "who-says-so"\n')
        (tmp_path / "notebooks").mkdir()
        (tmp_path / "notebooks" / "1.ipynb").write_text("{}")
        said = refused("--port", port, cwd=tmp_path, env=environment(home))
        assert f"port {port} can't be used" in said and "Leave --port out" in said


def test_when_all_usual_ports_are_taken_any_free_one_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((server.HOST, 0)) as taken:
        monkeypatch.setattr(server, "FIRST_PORT", taken.getsockname()[1])
        monkeypatch.setattr(server, "PORTS_TRIED", 1)
        assert server.free_port() not in (0, taken.getsockname()[1])


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "8.8"])
def test_what_is_no_port(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["lab", f"--port={port}"])
    assert f"'{port}' is not a port: ports are whole numbers from 1 to 65535" in capsys.readouterr().err


def test_a_missing_jupyterlab_is_told_with_the_command_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
    assert main(["lab"]) == 2
    assert f'"{sys.executable}" -m pip install jupyterlab' in capsys.readouterr().err


def test_a_checkout_without_lessons_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "who-says-so"\n')
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["lab"]) == 2
    assert f"there is no lesson in {tmp_path / 'notebooks'}" in capsys.readouterr().err


@pytest.fixture(scope="session")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip would put it on the disk: built with what is installed, without the net."""
    place = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place], cwd=ROOT, check=True)
    (wheel,) = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place / "site")
    return place / "site"


def test_the_wheel_holds_the_whole_kit_and_nothing_else(unpacked_wheel: Path) -> None:
    def names(folder: Path, keep: Callable[[Path], bool] = lambda path: True) -> set[str]:
        files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        return {path.as_posix() for path in files if "__pycache__" not in path.parts and keep(path)}

    def of_course(path: Path) -> bool:
        parts = ("notebooks", "exercises", "solutions", "docs")
        return path.parts[0] in parts and ".ipynb_checkpoints" not in path.parts

    packed = names(unpacked_wheel, lambda path: not path.parts[0].endswith(".dist-info"))
    course = {f"kit/data/course/{name}" for name in names(ROOT, of_course)}
    ours = names(ROOT / "kit", lambda path: path.parts[:2] != ("widgets", "js"))  # the scripts travel bundled
    assert packed == course | {f"kit/{name}" for name in ours}


def test_from_the_wheel_alone_the_course_is_laid_out_and_served(
    unpacked_wheel: Path, tmp_path: Path, home: Path
) -> None:
    with running(tmp_path, environment(home, str(unpacked_wheel)), "my-course") as lab:
        laid_out = tmp_path / "my-course" / "notebooks" / first_lesson()
        assert laid_out.read_bytes() == (ROOT / "notebooks" / first_lesson()).read_bytes()
        assert json.loads(lab.get(f"/api/contents/notebooks/{first_lesson()}"))["type"] == "notebook"
        assert lab.stop()[0] == 0


def test_where_a_jupyterlab_runs_already_only_the_files_are_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lab", "my-course", "--only-files"]) == 0
    said = capsys.readouterr().out.splitlines()
    lesson = sorted(path.name for path in (tmp_path / "my-course" / "notebooks").iterdir())[0]
    assert said[0] == f"The course is in {tmp_path / 'my-course'}."
    assert said[-1] == f"Open notebooks/{lesson} in it with the JupyterLab that you have."
