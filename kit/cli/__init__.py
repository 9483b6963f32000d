"""The command `kit`. Each command is a module of this package that says what it takes and runs it; commands.toml tells
what it is for."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import importlib
import io
import os
import sys
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any, NoReturn

import kit
from kit.cli.terminal import say
from kit.errors import KitError
from kit.toml import load_toml
from kit.views.control_characters import for_terminal

FILE = "commands.toml"
HERE = files("kit.cli")
COMMANDS: dict[str, dict[str, Any]] = {
    name: table
    for name, table in load_toml(HERE.joinpath(FILE).read_bytes(), FILE).items()
    if HERE.joinpath(f"{name}.py").is_file()  # the pupils' edition is without some
}
DESCRIPTION = "Who Says So? Take news text apart: who says what, and how do we know?"
EPILOG = "Start with `kit lab`: it opens the course in your browser. `kit COMMAND --help` tells more about a command."
MISUSE = 2  # exit status: the person can put it right
STOPPED = 130  # exit status: stopped with Ctrl+C
READER_GONE = 141  # exit status: whoever read our output stopped reading, as `head` does


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one sentence and where to look, not a block of usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISUSE, for_terminal(f"{self.prog}: {message}. `{self.prog} --help` shows what it takes.\n"))


class Version(argparse.Action):
    """Says the version when it is asked for: Argparse's own wants to know it at every start, which takes a while."""

    def __call__(self, parser: argparse.ArgumentParser, *given: object) -> NoReturn:
        say(f"kit {kit.__version__}")
        parser.exit()


def build_parser(commands: Iterable[str] = COMMANDS) -> Parser:
    """The parser for the command line, with these commands."""
    parser = Parser(prog="kit", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False)
    parser.add_argument("--version", action=Version, nargs=0, help="show program's version number and exit")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name in commands:
        command = importlib.import_module(f"kit.cli.{name}")
        command_parser = subparsers.add_parser(name, **COMMANDS[name], allow_abbrev=False)
        command.add_arguments(command_parser)
        command_parser.set_defaults(run=command.run)
    return parser


def command_in(arguments: Sequence[str]) -> str | None:
    """The command that is meant: the first word. One that is no command gets a sentence, with the likeliest one."""
    word = next((a for a in arguments if not a.startswith("-")), None)
    if word is None or word in COMMANDS:
        return word
    likely = difflib.get_close_matches(word, COMMANDS, n=1)
    guess = f"Did you mean `kit {likely[0]}`?" if likely else f"The commands are: {', '.join(COMMANDS)}."
    raise KitError(f"there is no command {word!r}. {guess}")


def run(arguments: Sequence[str]) -> int:
    """Parse and do. Gives the exit status; raises `KitError` for what the person can put right."""
    command = command_in(arguments)
    parser = build_parser((command,) if command else COMMANDS)  # the others need not be opened
    parsed = parser.parse_args(arguments)
    if not hasattr(parsed, "run"):
        parser.print_help()
        return 0
    return int(parsed.run(parsed))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `kit`. Exit status 0: done; 2: a mistake in what was asked, told in a sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console without emoji shall show a question mark, not break off
            stream.reconfigure(errors="replace")
    try:
        return run(sys.argv[1:] if arguments is None else arguments)
    except KitError as error:
        say(f"kit: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        say("kit: stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Python would complain once more when it flushes at the end; nobody is there to read it.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
