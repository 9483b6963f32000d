"""The command `kit` itself: help, version, and what it says to a slip of the keyboard."""

from __future__ import annotations

import argparse
import subprocess
import sys

import pytest

import kit
from kit import cli
from kit.cli import COMMANDS, main


def test_kit_alone_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    assert "Start with `kit lab`" in said
    assert all(f"\n    {name}" in said for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([name, "--help"])
    assert f"usage: kit {name}" in capsys.readouterr().out


def test_python_m_kit_is_the_same_command() -> None:
    done = subprocess.run([sys.executable, "-m", "kit", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"kit {kit.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["labb"], "kit: there is no command 'labb'. Did you mean `kit lab`?\n"),
        (["zzz"], f"kit: there is no command 'zzz'. The commands are: {', '.join(COMMANDS)}.\n"),
        ([""], f"kit: there is no command ''. The commands are: {', '.join(COMMANDS)}.\n"),
    ],
)
def test_an_unknown_command_gets_a_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--colour"], "kit: unrecognized arguments: --colour. `kit --help` shows what it takes.\n"),
        (["lab", "--nobrowser"], "kit: unrecognized arguments: --nobrowser. `kit --help` shows what it takes.\n"),
        (
            ["lab", "--port"],
            "kit lab: argument --port: expected one argument. `kit lab --help` shows what it takes.\n",
        ),
    ],
)
def test_an_unknown_option_gets_a_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (cli.KitError("the moon is not a file."), 2, "kit: the moon is not a file.\n"),
        (KeyboardInterrupt(), 130, "kit: stopped.\n"),
    ],
)
def test_trouble_in_a_command_is_a_sentence(
    raised: BaseException, status: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_: argparse.Namespace) -> int:
        raise raised

    monkeypatch.setattr("kit.cli.lab.run", run)
    assert main(["lab"]) == status
    assert capsys.readouterr() == ("", said)


def test_a_reader_who_stops_reading_is_no_error() -> None:
    code = "import sys, kit.cli as cli, kit.cli.lab as lab\ndef run(args):\n"
    code += "    for _ in range(100_000): print('word')\nlab.run = run\nsys.exit(cli.main(['lab']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == cli.READER_GONE


def test_the_command_alone_loads_no_finders() -> None:
    code = (
        "import sys, kit.cli; kit.cli.build_parser(); print(*(name for name in sys.modules if name.startswith(HEAVY)))"
    )
    code = code.replace("HEAVY", "('nltk', 'matplotlib', 'kit.finders', 'kit.text')")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
