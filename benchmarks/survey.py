"""How fast a survey is, how much memory it takes, and that a lost worker changes nothing.

    python benchmarks/survey.py speed     texts a second with one worker and with two
    python benchmarks/survey.py growth    the same for more and more texts
    python benchmarks/survey.py lost      a scheduler and two workers as processes on 127.0.0.1, one of them killed

`--texts` says how many texts (for growth: the most; for speed some thousands, or starting the workers hides what they
can do), `--words` how long each is. The texts are the practice texts and invented reports, repeated with other names,
towns and numbers. Speed means something on a quiet machine alone.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import psutil
from make_reports import BLOCKS, HABITS, report

from kit.library import names, text_of

ADDRESS, PORT = "127.0.0.1", 18786
FILES = ("texts.parquet", "findings.parquet", "unread.csv", "summary.csv")
MEGABYTE = 1_000_000
GROWTH = (10_000, 50_000, 200_000)


def make_texts(file: Path, number: int, words: int) -> None:
    """Write so many texts of about so many words, a line each."""
    luck = Random(1)
    library = [text_of(name) for name in names()]
    with file.open("w", encoding="utf-8") as lines:
        for place in range(number):
            outlet = luck.choice(list(HABITS))
            text = changed(luck, luck.choice(library))
            while len(text.split()) < words:
                text += "\n\n" + report(luck, outlet)["text"].partition("\n\n")[2]
            date = f"{luck.randint(2020, 2026)}-{luck.randint(1, 12):02}-{luck.randint(1, 28):02}"
            lines.write(json.dumps({"id": f"t{place}", "outlet": outlet, "date": date, "text": text}) + "\n")


def changed(luck: Random, text: str) -> str:
    """A text with other numbers, and with other people for some of its words in capitals."""
    text = re.sub(r"\b\d\d\b", lambda _: str(luck.randint(11, 98)), text)
    some = luck.sample(sorted(set(re.findall(r"(?<=[a-z] )[A-Z][a-z]{3,}", text))) or ["Brenn"], 1)
    for word in some:
        text = text.replace(word, luck.choice(BLOCKS["last"]))
    return text


class Watch:
    """Peak memory of a process and of its largest child, in bytes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.driver = self.worker = 0

    def wait(self, also: Sequence[int] = (), every: float = 0.5) -> float:
        """Look on until the process ends; gives the seconds."""
        began = time.monotonic()
        while self.process.poll() is None:
            with suppress(psutil.Error):
                driver = psutil.Process(self.process.pid)
                self.driver = max(self.driver, driver.memory_info().rss)
                workers = [*driver.children(recursive=True), *map(psutil.Process, also)]
                self.worker = max([self.worker, *(each.memory_info().rss for each in workers)])
            time.sleep(every)
        return time.monotonic() - began


def start(file: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kit", "survey", str(file), "-o", str(out), *options]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def measured_run(file: Path, number: int, out: Path, workers: int) -> float:
    """Make a survey, print what it took, and give the texts a second."""
    watch = Watch(start(file, out, "--workers", str(workers)))
    seconds = watch.wait()
    if watch.process.returncode:
        raise SystemExit(f"the survey of {number} texts has failed: exit status {watch.process.returncode}")
    rate = number / seconds
    print(
        f"{number:>8,} texts, {workers} worker{'s' * (workers > 1)}: {seconds:7.1f} s, {rate:6.1f} texts a second, "
        f"driver {watch.driver / MEGABYTE:4.0f} MB, largest worker {watch.worker / MEGABYTE:4.0f} MB",
        flush=True,
    )
    return rate


def speed(folder: Path, number: int, words: int) -> None:
    file = folder / "texts.jsonl"
    make_texts(file, number, words)
    rates = [measured_run(file, number, folder / f"out-{workers}", workers) for workers in (1, 2)]
    print(f"two workers are {rates[1] / rates[0]:.2f} times as fast as one")
    alike(folder / "out-1", folder / "out-2")


def growth(folder: Path, number: int, words: int) -> None:
    for size in sorted({each for each in GROWTH if each < number} | {number}):
        file = folder / f"texts-{size}.jsonl"
        make_texts(file, size, words)
        measured_run(file, size, folder / f"out-{size}", 2)
        file.unlink()


def lost(folder: Path, number: int, words: int) -> None:
    file = folder / "texts.jsonl"
    make_texts(file, number, words)
    measured_run(file, number, folder / "quiet", 1)
    with processes() as workers:
        driver = start(file, folder / "lost", "--scheduler", f"tcp://{ADDRESS}:{PORT}")
        parts = folder / "lost" / "parts"
        while driver.poll() is None and len(list(parts.glob("*.zip"))) < 2:
            time.sleep(0.1)
        workers[0].kill()
        print(f"one of two workers killed with {len(list(parts.glob('*.zip')))} partitions done")
        seconds = Watch(driver).wait([workers[1].pid])
        print(f"the other one went on for {seconds:.1f} s; exit status {driver.returncode}")
    alike(folder / "quiet", folder / "lost")


@contextmanager
def processes() -> Iterator[list[subprocess.Popen[bytes]]]:
    """A scheduler and two workers, as somebody with a cluster has them."""
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen(
        [*dask, "scheduler", "--host", ADDRESS, "--port", str(PORT), "--no-dashboard"], **quiet
    )
    worker = [*dask, "worker", f"tcp://{ADDRESS}:{PORT}", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    workers = [subprocess.Popen(worker, **quiet) for _ in range(2)]
    try:
        yield workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def alike(one: Path, other: Path) -> None:
    differ = [name for name in FILES if (one / name).read_bytes() != (other / name).read_bytes()]
    print("byte for byte the same" if not differ else f"NOT the same: {', '.join(differ)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("speed", "growth", "lost"))
    parser.add_argument("--texts", type=int, default=6000)
    parser.add_argument("--words", type=int, default=700)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        {"speed": speed, "growth": growth, "lost": lost}[given.what](Path(place), given.texts, given.words)
