"""The work of a survey, spread over processes or machines by Dask. Who does what, and when, changes nothing."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from typing import Any, NamedTuple

from kit.surveying.counting import look_at
from kit.surveying.extras import package
from kit.surveying.folder import SurveyFolder
from kit.surveying.inputs import Inputs
from kit.surveying.schema import packed
from kit.surveying.text_records import Partition, SurveyError, partitions
from kit.version import installed_version

PATIENCE = 30  # seconds that a scheduler has to answer
WORKER_MEMORY = 500_000_000  # bytes that a worker of ours may take
AHEAD = 2  # partitions that wait for each worker, so that none is ever idle
ALONE = 2  # with no more partitions than these, starting workers would take longer than the work
WHY = "a survey of many texts"


class Progress(NamedTuple):
    """How far a survey is: texts and bytes that are done, and bytes in all (0 if nobody can tell)."""

    texts: int
    done: int
    size: int


Tell = Callable[[Progress], None]


def survey_partition(partition: Partition) -> bytes:
    """What a worker does: look at the texts of a partition. Nothing but the partition decides what comes out."""
    return packed(look_at(partition.records))


def run_survey(inputs: Inputs, folder: SurveyFolder, workers: int | None, scheduler: str, tell: Tell) -> None:
    """Look at all texts of which that has not been done yet, and put the tables together."""
    if folder.done:
        return
    texts = done = 0

    def finished(partition: Partition, content: bytes | None) -> None:
        nonlocal texts, done
        if content is not None:
            folder.keep(partition, content)
        texts, done = texts + len(partition.records), done + partition.size
        tell(Progress(texts, done, inputs.size))

    def missing() -> Iterator[Partition]:
        for partition in partitions(inputs.records()):
            if folder.has(partition):
                finished(partition, None)
            else:
                yield partition

    tell(Progress(0, 0, inputs.size))
    waiting = missing()
    first = list(islice(waiting, ALONE + 1))
    number = os.cpu_count() or 1 if workers is None else workers
    if not scheduler and (len(first) <= ALONE or number == 1):
        for partition in chain(first, waiting):
            finished(partition, survey_partition(partition))
    else:
        with cluster(number, scheduler) as client:
            spread(client, chain(first, waiting), finished)
    folder.finish()


def spread(client: Any, waiting: Iterator[Partition], finished: Callable[[Partition, bytes], None]) -> None:
    """Hand partitions to the workers, a few ahead of what they do, and take back what is done."""
    distributed = package("distributed", WHY)
    futures: dict[Any, Partition] = {}

    def hand_out(number: int) -> list[Any]:
        new = {client.submit(survey_partition, each, pure=False): each for each in islice(waiting, number)}
        futures.update(new)
        return list(new)

    try:
        pending = distributed.as_completed(
            hand_out(AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"])))
        )
        for future in pending:
            partition = futures.pop(future)
            try:
                content = future.result()
            except distributed.KilledWorker:
                content = one_by_one(client, partition)
            finished(partition, content)
            for new in hand_out(1):
                pending.add(new)
    except (OSError, distributed.CancelledError, distributed.client.FutureCancelledError) as error:
        raise SurveyError(
            "the scheduler has gone. What is done has been saved: start it again, then give the same command again."
        ) from error


def one_by_one(client: Any, partition: Partition) -> bytes:
    """A partition that three workers have died of: the texts one by one, to find the one that it was."""
    distributed = package("distributed", WHY)
    records = []
    for record in partition.records:
        try:
            client.submit(survey_partition, replace(partition, records=(record,)), pure=False).result()
            records.append(record)
        except distributed.KilledWorker:
            records.append(replace(record, content="", problem="three workers failed on it: it needs too much memory"))
    return bytes(client.submit(survey_partition, replace(partition, records=tuple(records)), pure=False).result())


@contextmanager
def cluster(workers: int, scheduler: str) -> Iterator[Any]:
    """A client of the cluster at an address, or of one that is started here and ends with us."""
    distributed = package("distributed", WHY)
    for name in ("distributed", "distributed.worker", "distributed.nanny", "distributed.scheduler"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if not scheduler:
        package("dask", WHY).config.set(
            {
                "distributed.scheduler.allowed-failures": 3,
                "distributed.worker.profile.enabled": False,  # a look at every worker each 10 ms costs a seventh of it
            }
        )
        local = distributed.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            memory_limit=WORKER_MEMORY,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        )
        with local, distributed.Client(local) as client:
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise SurveyError(
            f"the scheduler at {scheduler} has not answered within {PATIENCE} seconds. Check the address, such as "
            "tcp://127.0.0.1:8786, and that `dask scheduler` runs there."
        ) from error
    with client:
        check_workers(client, scheduler)
        yield client


def check_workers(client: Any, scheduler: str) -> None:
    """Is there a worker, and do all have this kit? Another version would find other things."""
    distributed = package("distributed", WHY)
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except (TimeoutError, distributed.TimeoutError):
        raise SurveyError(
            f"the scheduler at {scheduler} has no worker. Start one or more: dask worker {scheduler} --nthreads 1"
        ) from None
    try:
        versions = set(client.run(installed_version).values())
    except Exception as error:
        raise SurveyError(
            f"a worker of {scheduler} can't open the kit ({type(error).__name__}). Install it there with its extra, as "
            'here: pip install "who-says-so[survey]"'
        ) from error
    if versions != {installed_version()}:
        raise SurveyError(
            f"the workers of {scheduler} have version {', '.join(sorted(versions))} of the kit, and here it is "
            f"{installed_version()}. Install the same everywhere."
        )
