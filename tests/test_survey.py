"""A survey from files to tables: what is read, what is said if it can't be, and that none is lost."""

from __future__ import annotations

import csv
import errno
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from docx import Document

from kit.cli import main
from kit.language.times import month_of
from kit.surveying import engine, folder, text_records
from kit.surveying.columns import Columns
from kit.surveying.counting import look_at
from kit.surveying.engine import run_survey
from kit.surveying.folder import SurveyFolder
from kit.surveying.inputs import open_inputs
from kit.surveying.text_records import Partition, Record, SurveyError, partitions
from kit.surveying.write import open_survey

STORIES = (
    "The bridge is safe, the mayor, Ana Ruiz, said on Monday.",
    "“We saw it,” said Ana Ruiz. Officials, who asked not to be named for fear of losing their jobs, denied it.",
    "It rained all day in the valley, and the river rose.",
    "The company let 40 people go, a source said.",
    "“Nobody came,” said Tom Berg, a nurse. “We waited,” he added.",
)
QUIET: Callable[[Any], None] = lambda _: None  # noqa: E731


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with a folder of stories for each of two outlets."""
    place = tmp_path / "stories"
    for number, story in enumerate(STORIES):
        file = place / ("courier", "herald")[number % 2] / f"2026-0{number + 1}-02-story.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(story, encoding="utf-8")
    return place


def read_of(path: Path, **columns: str) -> list[tuple[str, str, str, str]]:
    """Of each record: id, outlet, date, and the content or the problem."""
    found = open_inputs([path], Columns(**columns)).records()
    return [(r.id, r.outlet, r.date, r.problem or str(r.content)) for r in found]


ROW = {"id": "a1", "outlet": "Courier", "date": "2026-03-02", "text": "It rained."}


def jsonl(place: Path) -> Path:
    file = place / "many.jsonl"
    lines = [json.dumps(ROW), "", "{broken", "[1]", json.dumps({"id": "a2", "text": " "}), '{"text": "It snowed."}']
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def comma_file(place: Path) -> Path:
    file = place / "many.csv"
    file.write_bytes(
        "ID;Newspaper;Pub Date;Body;Headline\n7;Courier;2 March 2026;“Rain”;A wet day\n8;;;;\n".encode("cp1252")
    )
    return file


def parquet(place: Path) -> Path:
    file = place / "many.parquet"
    pq.write_table(pa.Table.from_pylist([{"url": "u1", "content": "It rained.", "other": 1}]), file)
    return file


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            jsonl,
            [
                ("a1", "Courier", "2026-03-02", "It rained."),
                ("many.jsonl:2", "", "", "the line is not JSON"),
                ("many.jsonl:3", "", "", "the line is JSON, but not an object"),
                ("a2", "", "", "no words in the column “text”"),
                ("many.jsonl:5", "", "", "It snowed."),
            ],
        ),
        (
            comma_file,
            [
                ("7", "Courier", "2 March 2026", "A wet day\n\n“Rain”"),
                ("8", "", "", "no words in the column “Body”"),
            ],
        ),
        (parquet, [("u1", "", "", "It rained.")]),
    ],
)
def test_tables_are_read_row_by_row(make: Callable[[Path], Path], expected: list[Any], tmp_path: Path) -> None:
    assert read_of(make(tmp_path)) == expected


def test_folders_are_read_with_outlet_and_date_from_their_names(stories: Path) -> None:
    read = read_of(stories)
    assert [row[:3] for row in read][:2] == [
        ("courier/2026-01-02-story.txt", "courier", "2026-01-02"),
        ("courier/2026-03-02-story.txt", "courier", "2026-03-02"),
    ]
    assert (
        open_inputs([stories], Columns()).guesses[1] == "The outlet of a text is the folder it is in: courier, herald."
    )


def test_word_documents_and_web_pages_tell_their_words(tmp_path: Path) -> None:
    page = "<html><head><title>x</title></head><body><article><p>{}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page.format("It rained all night, the mayor said. " * 8))
    document = Document()
    document.add_paragraph("It snowed, the mayor said.")
    document.save(str(tmp_path / "b.docx"))
    looked = look_at(open_inputs([tmp_path], Columns()).records())
    assert [(row["id"], row["words"]) for row in looked.texts] == [("a.html", 57), ("b.docx", 5)]


def test_standard_input_is_lines_of_json(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = io.BytesIO(b"\n" + json.dumps(ROW).encode() + b"\n" + json.dumps(ROW | {"id": "a2"}).encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(lines))
    inputs = open_inputs(["-"], Columns())
    assert [record.id for record in inputs.records()] == ["a1", "a2"] and inputs.size == 0


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2026-03-02T10:00:00Z", "2026-03"),
        ("20260302", "2026-03"),
        ("2026-03", "2026-03"),
        ("2 March 2026", "2026-03"),
        ("Sept. 3, 2026", "2026-09"),
        ("3 september 2026", "2026-09"),
        ("Mon, 02 Mar 2026 10:00:00 GMT", "2026-03"),  # as feeds have it
        ("Monday, 2nd of March", ""),  # of which year?
        ("02/03/2026", ""),  # March, or February?
        ("2026-13-01", ""),
        ("spring 2026", ""),
    ],
)
def test_months_are_told_only_where_they_are_sure(date: str, month: str) -> None:
    assert month_of(date) == month


def test_a_text_gives_its_counts() -> None:
    looked = look_at([Record(0, "a", "a.txt", -1, "Courier", "2026-03-02", STORIES[1])])
    (row,) = looked.texts
    kept = ("named_person", "vague", "hidden", "unnamed_story", "reason_story", "quoted_words", "soft_words", "month")
    assert [row[name] for name in kept] == [1, 1, 0, 1, 1, 3, 0, "2026-03"]
    assert row["speakers"][1] == {"name": "Ana Ruiz", "level": "named_person", "quoted": 3, "reported": 0}
    found = {(finding["kind"], finding["label"], finding["words"]) for finding in looked.findings}
    assert ("source", "named_person", "Ana Ruiz") in found
    assert all(STORIES[1][f["start"] : f["end"]] == f["words"] for f in looked.findings)


def test_partitions_are_bounded_and_cut_in_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_records, "PARTITION_BYTES", 100)
    many = [Record(n, str(n), "f", n, "", "", "x" * size) for n, size in enumerate((60, 40, 1, 300, 100, 50))]
    cut = list(partitions(many))
    assert [[len(record.content) for record in each.records] for each in cut] == [[60, 40], [1], [300], [100], [50]]
    assert [each.digest for each in cut] == [each.digest for each in partitions(iter(many))]
    monkeypatch.setattr(text_records, "PARTITION_TEXTS", 1)
    assert len(list(partitions(many))) == 6


FILES = ("texts.parquet", "findings.parquet", "unread.csv")


def content_of(place: Path) -> dict[str, bytes]:
    return {name: (place / name).read_bytes() for name in FILES}


def quiet_run(stories: Path, place: Path) -> dict[str, bytes]:
    inputs = open_inputs([stories], Columns())
    run_survey(inputs, SurveyFolder(place, inputs), 1, "", QUIET)
    return content_of(place)


def test_a_survey_has_a_row_for_each_text_and_one_for_each_that_could_not_be_read(
    stories: Path, tmp_path: Path
) -> None:
    (stories / "herald" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (stories / "herald" / "empty.txt").write_bytes(b"")
    quiet_run(stories, tmp_path / "out")
    texts = pq.read_table(tmp_path / "out" / "texts.parquet").to_pylist()
    assert [text["id"] for text in texts][:2] == ["courier/2026-01-02-story.txt", "courier/2026-03-02-story.txt"]
    assert [text["outlet"] for text in texts] == ["courier"] * 3 + ["herald"] * 2
    findings = pq.read_table(tmp_path / "out" / "findings.parquet").to_pylist()
    assert {finding["text"] for finding in findings} <= {text["number"] for text in texts}
    unread = list(csv.DictReader((tmp_path / "out" / "unread.csv").open(encoding="utf-8")))
    assert [row["file"] for row in unread] == ["herald/broken.pdf", "herald/empty.txt"]
    assert unread[1]["reason"] == "there are no words in it"
    assert not (tmp_path / "out" / "parts").exists()


def test_the_same_again_changes_nothing_and_other_texts_are_refused(stories: Path, tmp_path: Path) -> None:
    first = quiet_run(stories, tmp_path / "out")
    assert quiet_run(stories, tmp_path / "out") == first
    (stories / "courier" / "new.txt").write_text("It rained.")
    with pytest.raises(SurveyError, match="has a survey of other texts in it"):
        quiet_run(stories, tmp_path / "out")
    assert content_of(tmp_path / "out") == first


def test_a_folder_with_other_things_is_left_alone(stories: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(SurveyError, match=r"has other things in it \(mine.txt\)"):
        quiet_run(stories, tmp_path / "out")
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_survey_that_was_broken_off_goes_on(stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_records, "PARTITION_TEXTS", 1)
    whole = quiet_run(stories, tmp_path / "quiet")
    looked_at: list[int] = []

    def look(partition: Partition) -> bytes:
        if len(looked_at) == 2:
            looked_at.append(-1)
            raise KeyboardInterrupt
        looked_at.append(partition.number)
        return engine.packed(look_at(partition.records))

    monkeypatch.setattr(engine, "survey_partition", look)
    with pytest.raises(KeyboardInterrupt):
        quiet_run(stories, tmp_path / "out")
    with pytest.raises(SurveyError, match="broken off"):
        open_survey(tmp_path / "out")
    (tmp_path / "out" / "parts" / ".half.zip.1234.part").write_bytes(b"half")
    assert quiet_run(stories, tmp_path / "out") == whole
    assert looked_at == [0, 1, -1, 2, 3, 4]


def test_a_text_that_has_changed_meanwhile_is_noticed(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_records, "PARTITION_TEXTS", 1)
    monkeypatch.setattr(SurveyFolder, "finish", lambda self: None)
    inputs = open_inputs([stories], Columns())
    run_survey(inputs, SurveyFolder(tmp_path / "out", inputs), 1, "", QUIET)
    file = stories / "courier" / "2026-01-02-story.txt"
    file.write_text(file.read_text().replace("safe", "fine"))
    with pytest.raises(SurveyError, match="a text has changed"):
        run_survey(inputs, SurveyFolder(tmp_path / "out", inputs), 1, "", QUIET)


def test_a_full_disk_is_told_and_what_is_done_is_kept(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_records, "PARTITION_TEXTS", 1)
    real, written = folder.write_atomic, []

    def write(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, content)

    with monkeypatch.context() as full:
        full.setattr(folder, "write_atomic", write)
        with pytest.raises(SurveyError, match=r"is full\. What is done has been saved: make room"):
            quiet_run(stories, tmp_path / "out")
    assert quiet_run(stories, tmp_path / "out") == quiet_run(stories, tmp_path / "quiet")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers as processes of their own."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as made:
        yield made


def test_a_lost_worker_changes_nothing(
    cluster: Any, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_records, "PARTITION_TEXTS", 1)
    whole = quiet_run(stories, tmp_path / "quiet")
    killed = []

    def tell(progress: engine.Progress) -> None:
        if progress.texts == 1:
            process = cluster.workers[0].process
            killed.append(process.pid)
            process.process.kill()

    inputs = open_inputs([stories], Columns())
    run_survey(inputs, SurveyFolder(tmp_path / "out", inputs), None, cluster.scheduler_address, tell)
    assert len(killed) == 1 and content_of(tmp_path / "out") == whole


def test_a_scheduler_that_does_not_answer_is_told(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 1)
    inputs = open_inputs([stories], Columns())
    with pytest.raises(SurveyError, match=r"the scheduler at tcp://127\.0\.0\.1:9 has not answered within 1 seconds"):
        run_survey(inputs, SurveyFolder(tmp_path / "out", inputs), None, "tcp://127.0.0.1:9", QUIET)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "there is no file or folder nowhere."),
        (["empty"], "there is no text in empty. A survey reads files that end in"),
        (["pictures"], "there is no text in pictures, only 1 of other kinds."),
        (["pictures/a.png"], "pictures/a.png is a file of another kind."),
        (["table.csv"], "the file table.csv has no column that looks like the text. It has: a, b."),
        (["table.csv", "--text", "c"], "the file table.csv has no column “c”."),
        (["empty.jsonl"], "there is no row in the file empty.jsonl that can be read."),
        (["broken.parquet"], "the file broken.parquet is damaged, or isn't a Parquet file"),
        (["story.txt", "--workers", "0"], "--workers is a whole number from 1 up, not 0."),
        (["story.txt", "-o", "table.csv"], "table.csv is a file. Name a folder for the survey"),
        (["story.txt", "--compare", "A", "B"], "there is no outlet “A” in this survey."),
        (["blank.txt"], "none of the 1 texts could be read."),
    ],
)
def test_what_can_go_wrong_is_a_sentence(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in (
        ("pictures/a.png", ""),
        ("table.csv", "a,b\n1,2\n"),
        ("empty.jsonl", "\n"),
        ("broken.parquet", "PAR1"),
        ("story.txt", STORIES[0]),
        ("blank.txt", " "),
    ):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content)
    Path("empty").mkdir()
    assert main(["survey", *arguments]) == 2
    err = capsys.readouterr().err
    assert f"kit: {said}" in err and "Traceback" not in err


def test_the_command_tells_what_came_out(stories: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["survey", str(stories), "-o", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[0] == "5 stories of 2 outlets, 2026-01 to 2026-05."
    assert "the folder it is in: courier, herald" in told.err
    page = (tmp_path / "out" / "survey.html").read_text(encoding="utf-8")
    assert "5 stories: who speaks, and what are we told?" in page and "<script" not in page
