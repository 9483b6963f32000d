"""The command `kit`. Each command is a module of this package with an `add(subparsers)` that says what it takes."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import importlib
import io
import os
import sys
from collections.abc import Sequence
from importlib import metadata
from typing import NoReturn

from kit.cli.errors import UserError

COMMANDS = ("lab", "find", "report", "measure", "grade", "build", "bundle")
DESCRIPTION = "Who Says So? Take news text apart: who says what, and how do we know?"
EPILOG = "Start with `kit lab`: it opens the course in your browser. `kit COMMAND --help` tells more about a command."
MISUSE = 2  # exit status: the person can put it right
STOPPED = 130  # exit status: stopped with Ctrl+C
READER_GONE = 141  # exit status: whoever read our output stopped reading, as `head` does


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one sentence and where to look, not a block of usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISUSE, f"{self.prog}: {message}. `{self.prog} --help` shows what it takes.\n")


def version() -> str:
    """The version that is installed, as pip knows it."""
    try:
        return metadata.version("who-says-so")
    except metadata.PackageNotFoundError:
        return "of a checkout that is not installed"


def build_parser() -> tuple[Parser, Sequence[str]]:
    """The parser for the whole command line, and the names of the commands."""
    parser = Parser(prog="kit", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"kit {version()}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module(f"kit.cli.{name}").add(subparsers)
    return parser, tuple(subparsers.choices)


def refuse_unknown(arguments: Sequence[str], names: Sequence[str]) -> None:
    """A first word that is no command gets a sentence, with the likeliest command if there is one."""
    word = next((a for a in arguments if not a.startswith("-")), None)
    if word is None or word in names:
        return
    likely = difflib.get_close_matches(word, names, n=1)
    guess = f"Did you mean `kit {likely[0]}`?" if likely else f"The commands are: {', '.join(names)}."
    raise UserError(f"there is no command {word!r}. {guess}")


def run(arguments: Sequence[str]) -> int:
    """Parse and do. Gives the exit status; raises `UserError` for what the person can put right."""
    parser, names = build_parser()
    refuse_unknown(arguments, names)
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
    except UserError as error:
        print(f"kit: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        print("kit: stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Python would complain once more when it flushes at the end; nobody is there to read it.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
