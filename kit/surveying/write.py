"""A survey in a folder: look at the texts, then write the figures as summary.csv and the page as survey.html."""

from __future__ import annotations

from pathlib import Path

from kit.atomic import write_atomic
from kit.surveying.engine import Tell, run_survey
from kit.surveying.folder import SurveyFolder, TextRows, about_in, disk_in_words, unread_rows
from kit.surveying.inputs import Inputs
from kit.surveying.page import page_of
from kit.surveying.result import Result, result_of
from kit.surveying.sheets import summary
from kit.surveying.text_records import SurveyError

SUMMARY, PAGE = "summary.csv", "survey.html"


def write_survey(
    inputs: Inputs,
    folder: Path,
    tell: Tell,
    workers: int | None = None,
    scheduler: str = "",
    compared: tuple[str, str] | None = None,
) -> Result:
    """Make the survey of some texts in a folder, or go on with it. Raises SurveyError if that can't be."""
    run_survey(inputs, SurveyFolder(folder, inputs), workers, scheduler, tell)
    result = open_survey(folder)
    if compared:
        result.compare(*compared)  # is there such an outlet? Asked before anything is written
    with disk_in_words(folder):
        write_atomic(folder / SUMMARY, summary(result).encode())
        write_atomic(folder / PAGE, page_of(result, compared))
    return result


def open_survey(folder: Path) -> Result:
    """The figures of a survey that is done. Raises SurveyError if there is none in this folder."""
    about = about_in(folder)
    if about is None or not about.done:
        state = "no survey" if about is None else "a survey that was broken off; the same command goes on with it"
        raise SurveyError(f"in {folder} there is {state}.")
    with disk_in_words(folder):
        return result_of(TextRows(folder), len(unread_rows(folder)), about.guesses)
