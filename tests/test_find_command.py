"""`kit find`, as it is typed: one text or many, for people and for programs, with every mistake told in a sentence."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest

from kit.cli import main
from kit.cli.stream import stream
from kit.finding import Attribution
from kit.text import Article, Span

ROOT = Path(__file__).parents[1]
SAID = "“We saw it,” said Ortiz."
MARKED = "{“We saw it,”} <said>(1) [[Ortiz]](2 ■■■■)."


def find(*arguments: str) -> int:
    return main(["find", *arguments])


def kit_find(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "", **options.pop("env", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "kit", "find", *arguments]
    return subprocess.Popen(command, env=environment, **options)  # type: ignore[call-overload]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(SAID, encoding="utf-8")
    return path


def lines(*texts: str) -> str:
    return "".join(json.dumps({"id": f"t{number}", "text": text}) + "\n" for number, text in enumerate(texts, 1))


# One text


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ('<meta property="og:site_name" content="Ellery Courier"><meta name="date" content="2026-10-14">',
         "Title: Bridge is safe, says council\nFrom: Ellery Courier, 14 October 2026\n\n"),
        ("", "Title: Bridge is safe, says council\nFrom: the text does not say where it is from\n\n"),
    ],
)  # fmt: skip
def test_a_page_is_shown_with_the_title_outlet_and_date_it_was_read_with(
    head: str, lines: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "".join(
        f"<p>The bridge has {n} piers, and all of them are as sound as they were last year.</p>" for n in "234"
    )
    page = tmp_path / "page.html"
    title = "<title>Bridge is safe, says council</title>"
    page.write_text(f"<!doctype html><html><head>{title}{head}</head><body><article>{body}</article></body></html>")
    assert find(str(page)) == 0
    assert capsys.readouterr().out.startswith(lines)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a\x1b[2Kb.txt", "a␛[2Kb.txt"),
        ("no\u202etxt.exe", "no\ufffdtxt.exe"),
        ("li\nne.txt", "li\nne.txt"),
    ],
)
def test_no_name_of_a_file_gives_a_terminal_orders(
    name: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert find(str(tmp_path / name)) == 2
    said = capsys.readouterr().err
    assert told in said
    assert not set("\x1b\u202e") & set(said)


def test_what_a_text_holds_gives_a_terminal_no_orders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("“We \x1b[31msaw\u202e it\u2066,” said Ortiz.", encoding="utf-8")
    assert find(str(file)) == 0
    assert not set("\x1b\u202e\u2066") & set(capsys.readouterr().out)


def test_commands_print_by_say_alone() -> None:
    for module in (ROOT / "kit" / "cli").glob("*.py"):
        rows = module.read_text(encoding="utf-8").splitlines()
        assert [row for row in rows if "print(" in row and ".print(" not in row and '"\\r' not in row] == [
            "    print(for_terminal(words), end=end, file=file, flush=flush)"
        ] * (module.stem == "terminal")


def test_a_text_is_shown_with_brackets_where_no_person_looks(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert find(str(article)) == 0
    shown = capsys.readouterr().out
    assert MARKED in shown
    assert "\x1b" not in shown
    assert "Who:   Ortiz" in shown
    assert "Why:   " in shown


def test_a_text_as_data(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert find(str(article), "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["id"] == str(article)
    said, heard = data["findings"]
    for finding in (said, heard):
        reason, rule = finding.pop("reason"), finding.pop("rule")
        assert reason and rule
    assert said == {
        "kind": "attribution",
        "span": [0, 23],
        "source": [[18, 23]],
        "cue": [[13, 17]],
        "content": [[0, 12]],
        "style": "direct",
        "confidence": 0.99,
    }
    assert heard == {
        "kind": "source",
        "span": [18, 23],
        "level": "named_person",
        "anonymity_stated": False,
        "grounds": None,
        "told": [],
        "same_as": 0,
        "name": "Ortiz",
        "guess": False,
        "heard": True,
    }


def test_what_is_told_of_a_source_is_data_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "article.txt"
    text = "A nurse at the Dunmere clinic, who asked not to be named because she fears for her job, said so."
    path.write_text(text, encoding="utf-8")
    assert find(str(path), "--json") == 0
    (nurse,) = (
        f for f in json.loads(capsys.readouterr().out)["findings"] if f["kind"] == "source" and f["span"][0] == 0
    )
    start, end = nurse["grounds"]
    assert nurse["anonymity_stated"] is True
    assert "she fears for her job" in text[start:end]
    affiliation = next(piece for piece in nurse["told"] if piece["what"] == "affiliation")
    assert set(affiliation) == {"what", "span"}
    assert "Dunmere clinic" in text[slice(*affiliation["span"])]


def test_who_is_only_spoken_about_is_no_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Ana Ruiz met Mayor Lena Ortiz. “It was late,” said Ortiz.", encoding="utf-8")
    assert find(str(path), "--json") == 0
    sources = [f for f in json.loads(capsys.readouterr().out)["findings"] if f["kind"] == "source"]
    assert [(f["heard"], f["name"]) for f in sources] == [(True, "Lena Ortiz")]
    assert find(str(path)) == 0
    assert "Ana Ruiz met Mayor Lena Ortiz. {“It was late,”} <said>(1) [[Ortiz]](2 ■■■■)." in capsys.readouterr().out


def test_a_text_from_standard_input() -> None:
    process = kit_find("-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    shown, _ = process.communicate(SAID.encode())
    assert process.returncode == 0
    assert MARKED in shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("no_colour", [False, True])
def test_a_terminal_gets_colours_unless_it_asks_not_to(article: Path, no_colour: bool) -> None:
    ours, theirs = os.openpty()
    env = {"TERM": "xterm-256color", "COLUMNS": "60", "NO_COLOR": "1" if no_colour else ""}
    process = kit_find(str(article), stdout=theirs, env=env)
    process.wait()
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert ("\x1b[" in shown) != no_colour
    assert "[Ortiz]" in shown, "the shapes stay, whatever the colours do"


def test_what_a_text_orders_a_terminal_to_do_is_not_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("“We \x1b]0;gone\x07 saw it,” said Ortiz.", encoding="utf-8")
    assert find(str(path)) == 0
    assert "␛]0;gone␇ saw it" in capsys.readouterr().out


# Many texts


def test_many_texts_are_answered_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\ufeff" + lines(SAID, "Nobody spoke.") + "\n", encoding="utf-8")
    assert find("--jsonl", str(path)) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["id"] == "t1"
    assert first["findings"][0]["source"] == [[18, 23]]
    assert second == {"id": "t2", "findings": []}


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    process = kit_find("--jsonl", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin and process.stdout
    patience = threading.Timer(60, process.kill)  # an answer that is held back would be waited for without end
    patience.start()
    for text in (SAID, "Nobody spoke.", SAID):
        process.stdin.write(lines(text).encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "t1"
    process.stdin.close()
    assert process.wait() == 0
    patience.cancel()


def test_offsets_count_characters_not_bytes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "emoji.jsonl"
    path.write_text(lines("👩‍👩‍👧 “We saw it,” said Ortiz."), encoding="utf-8")
    assert find("--jsonl", str(path)) == 0
    said, heard = json.loads(capsys.readouterr().out)["findings"]
    assert said["source"] == [[24, 29]]
    assert heard["span"] == [24, 29]


EXAMPLE = 'A line should look like {"id": "a1", "text": "Words of the article."}.'
BAD_LINES = [
    (b"not json", f"this is not JSON (Expecting value). {EXAMPLE}"),
    (b'{"id": "a", "text": "cut off', f"this is not JSON (Unterminated string starting at). {EXAMPLE}"),
    (b'["a", "b"]', f"this is JSON, but not an object. {EXAMPLE}"),
    (b'{"text": "x"}', f'"id" is missing. {EXAMPLE}'),
    (b'{"id": "a"}', f'"text" is missing. {EXAMPLE}'),
    (b'{"id": null, "text": "x"}', '"id" should be words in quotation marks or a whole number.'),
    (b'{"id": 1.5, "text": "x"}', '"id" should be words in quotation marks or a whole number.'),
    (b'{"id": true, "text": "x"}', '"id" should be words in quotation marks or a whole number.'),
    (b'{"id": NaN, "text": "x"}', f"this is not JSON (NaN isn’t a JSON value). {EXAMPLE}"),
    (b'{"id": 1, "text": "x", "score": -Infinity}', f"this is not JSON (-Infinity isn’t a JSON value). {EXAMPLE}"),
    (b'{"id": "a", "text": ["x"]}', '"text" should be words in quotation marks.'),
    (
        b'{"id": "a", "text": "\\ud83d"}',
        '"text" holds half of a character (a lone surrogate). Write the file again as UTF-8.',
    ),
    (
        b'{"id": "\\udc00", "text": ""}',
        '"id" holds half of a character (a lone surrogate). Write the file again as UTF-8.',
    ),
    (b'{"id": "a", "text": "caf\xe9"}', "this is not UTF-8. Save the file in the encoding UTF-8."),
    (b"[" * 100_000, f"this is nested too deeply. {EXAMPLE}"),
]


@pytest.mark.parametrize(("line", "complaint"), BAD_LINES)
def test_a_bad_line_is_named_and_the_others_are_answered(
    line: bytes, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.jsonl"
    path.write_bytes(b'{"id": 1, "text": ""}\n' + line + b'\n{"id": 3, "text": ""}\n')
    assert find("--jsonl", str(path)) == 2
    said = capsys.readouterr()
    assert [json.loads(each)["id"] for each in said.out.splitlines()] == [1, 3]
    assert said.err == f"kit: line 2: {complaint}\nkit: 1 of 3 lines could not be read.\n"


def test_an_enormous_number_is_a_bad_line_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"id": ' + "9" * 5000 + ', "text": ""}\n', encoding="utf-8")
    assert find("--jsonl", str(path)) == 2
    assert capsys.readouterr().err.startswith("kit: line 1: this is not JSON (Exceeds the limit")


def test_nothing_of_a_text_is_kept_once_it_is_answered() -> None:
    """Memory stays flat: while a line is answered, the articles of the lines before are gone."""
    import weakref

    seen: list[weakref.ref[Article]] = []

    def watch(article: Article) -> tuple[Attribution, ...]:
        assert [each for each in seen if each() is not None] == []
        seen.append(weakref.ref(article))
        return (Attribution(Span(0, 1), "r", "why", (), (), (Span(0, 1),), "indirect"),)

    def source() -> Iterable[bytes]:
        for text in ("one", "two", "three", "four"):
            yield lines(text).encode()

    out = io.StringIO()
    assert stream(source(), out, io.StringIO(), watch) == (4, 0)
    assert len(out.getvalue().splitlines()) == 4


# Mistakes


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "kit: name one text, as in `kit find article.txt`, or many, as in `kit find --jsonl many.jsonl`.\n"),
        (
            ["a.txt", "--jsonl", "b"],
            "kit: name one text, as in `kit find article.txt`, or many, as in `kit find --jsonl many.jsonl`.\n",
        ),
        (
            ["--json", "--jsonl", "b"],
            "kit: --json and --jsonl do not go together: leave --json out, since --jsonl answers in JSON anyway.\n",
        ),
        (["--jsonl", "gone"], "kit: the file gone is not there. Check the name and the folder you are in.\n"),
        (["--jsonl", "."], "kit: the file . is a folder. Name a file in it.\n"),
        (
            ["a.txt", "b.txt"],
            "kit: name one text at a time; many go into one file for --jsonl (see `kit find --help`). A name with "
            'spaces in it needs quotation marks, as in: kit find "my article.txt"\n',
        ),
        (
            ["two", "words.txt"],
            'kit: the name of the file has spaces in it, so it needs quotation marks: kit find "two words.txt"\n',
        ),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(
    arguments: list[str],
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("two words.txt").write_text(SAID, encoding="utf-8")
    assert find(*arguments) == 2
    assert capsys.readouterr().err == complaint


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_no_lines_at_all(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.jsonl"
    path.write_bytes(content)
    assert find("--jsonl", str(path)) == 2
    example = '{"id": "a1", "text": "Words of the article."}'
    said = capsys.readouterr().err
    assert said == f"kit: the file {path} is empty. Give one line of JSON for each text, such as {example}.\n"


def test_a_binary_file_is_refused_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\n\0\0")
    assert find("--jsonl", str(path)) == 2
    assert capsys.readouterr().err == (
        f"kit: the file {path} has zero bytes in it, so it isn't UTF-8 text. Save it as UTF-8, a line for each text.\n"
    )


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("gone.txt", "kit: There is no file gone.txt"),
        ("http://nowhere.invalid/a", "kit: The kit can't reach nowhere.invalid: either this machine is offline, or"),
        (".", "kit: . is a folder. Name a file in it"),
        ("empty.txt", "kit: there are no words in the file empty.txt. Give a text, as in `kit find article.txt`."),
        ("blank.txt", "kit: there are no words in the file blank.txt."),
        ("picture.png", "kit: The file picture.png is a picture (PNG)"),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    name: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").write_bytes(b"")
    Path("blank.txt").write_text(" \n\n\u200b")
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01" * 20)
    assert find(name) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(complaint)
    assert said.err.count("\n") == 1


def test_whoever_stops_reading_is_not_told_about_pipes() -> None:
    process = kit_find("--jsonl", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write(lines(SAID, SAID, SAID).encode())
    process.stdin.close()
    assert process.stderr.read() == b""
    assert process.wait() != 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
def test_stopping_with_ctrl_c_is_a_sentence() -> None:
    process = kit_find("--jsonl", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(lines(SAID).encode())
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.stderr.read() == b"kit: stopped.\n"
    assert process.wait() == 130
