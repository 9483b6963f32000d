"""`kit lab`: open the course in JupyterLab."""

from __future__ import annotations

import argparse
from pathlib import Path

from kit.cli.course_folder import PROJECT, Layout, is_checkout, is_course, lay_out, shipped
from kit.cli.server import serve
from kit.cli.terminal import say
from kit.errors import KitError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit lab` takes."""
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help=f"where to lay the course out (./{PROJECT})")
    parser.add_argument("--no-browser", action="store_true", help="only print the address to open")
    parser.add_argument(
        "--only-files", action="store_true", help="lay the course out and stop, where a JupyterLab runs already"
    )
    parser.add_argument(
        "--port", type=port_number, metavar="N", help="the port of JupyterLab (the first free one from 8888 on)"
    )


def port_number(word: str) -> int:
    """A port from the command line."""
    if not word.isdecimal() or not 0 < int(word) < 65536:
        raise argparse.ArgumentTypeError(f"{word!r} is not a port: ports are whole numbers from 1 to 65535")
    return int(word)


def run(args: argparse.Namespace) -> int:
    """Lay the course out where there is no checkout, then run JupyterLab until it is stopped."""
    folder, is_ours = find_folder(args.folder)
    if not is_ours:
        say(layout_in_words(lay_out(shipped(), folder), folder), flush=True)
    lesson = first_lesson(folder)
    if args.only_files:
        say(f"Open {lesson} in it with the JupyterLab that you have.", flush=True)
        return 0

    def announce(address: str) -> None:
        where = (
            "Open this address" if args.no_browser else "The course opens in your browser. If it does not, open this"
        )
        say(f"{where} in your browser:\n\n    {address}\n", flush=True)
        say("JupyterLab runs until you press Ctrl+C here. Save your work first (Ctrl+S in the notebook).", flush=True)

    serve(folder, lesson, port=args.port, browser=not args.no_browser, announce=announce)
    say(f"JupyterLab has stopped. What you saved is in {folder}.", flush=True)
    return 0


def find_folder(named: str | None) -> tuple[Path, bool]:
    """The folder to work in, and whether it is a checkout (then nothing is to be laid out).

    Without a name it is the checkout or the course that one stands in, or else `./who-says-so`.
    """
    if named is not None and not named.strip():
        raise KitError("the name of the folder is empty. Leave it out, or name one, as in: kit lab my-course")
    try:
        here = Path.cwd()
        folder = Path(named).expanduser().absolute() if named is not None else None
    except (OSError, RuntimeError) as error:
        raise KitError(f"the folder can't be found: {error}. Change to a folder that exists and try again.") from error
    if folder is None:
        around = (here, *here.parents)
        folder = next((place for place in around if is_checkout(place) or is_course(place)), here / PROJECT)
    return folder, is_checkout(folder)


def first_lesson(folder: Path) -> str:
    """The notebook to start with, relative to the folder, with forward slashes."""
    lessons = sorted((folder / "notebooks").glob("*.ipynb"))
    if not lessons:
        raise KitError(
            f"there is no lesson in {folder / 'notebooks'}: the copy is incomplete. Fetch the project again."
        )
    return lessons[0].relative_to(folder).as_posix()


def layout_in_words(layout: Layout, folder: Path) -> str:
    """What was done to the course, in a few lines."""
    lines = [f"The course is in {folder}."]
    if layout.new:
        lines.append(f"{files_in_words(layout.new)} laid out.")
    if layout.updated:
        lines.append(f"{files_in_words(layout.updated)} brought up to date: {', '.join(layout.updated)}.")
    if layout.kept:
        lines.append(f"Kept as you changed them: {', '.join(layout.kept)}.")
    if layout.newer:
        lines.append(f"The kit brings its own version of: {', '.join(layout.newer)}.")
        lines.append("To get it, rename your file and give the same command again.")
    return "\n".join(lines)


def files_in_words(names: tuple[str, ...]) -> str:
    return f"{len(names)} file" + ("s" if len(names) != 1 else "")
