"""What all tests share: Chromium for the tests marked `browser`, and the rule that CI may not skip those."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

import kit

BROWSER_TESTS = Path(__file__).parent / "browser"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

# nbformat would make grammars of addresses in all scripts: a second for each worker, for what nothing here asks.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

# A test asserts no time: on a loaded machine one example may wait for longer than any deadline.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")


def find_chromium() -> str | None:
    """The path of an installed Chromium (or Chrome), or None. The variable CHROMIUM can name another one."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; a test that asks for it is skipped, with a clear line, where there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium found: install it (Debian: apt-get install chromium), or set CHROMIUM to its path")
    return path


def pytest_report_header() -> str:
    return f"kit: {Path(kit.__file__).parent}; Chromium: {find_chromium() or 'none, so the browser tests will skip'}"


def is_browser_test(node: pytest.Item | pytest.Collector) -> bool:
    asks = node.get_closest_marker("browser") or "chromium" in getattr(node, "fixturenames", ())
    return bool(asks) or BROWSER_TESTS in node.path.parents


# What takes longest, the longest first: no worker shall begin with it when the others are done. Then all that is small.
LONGEST = (
    "browser/test_site", "browser/test_lessons", "browser/test_ask", "browser/test_explore_page",
    "browser/test_report_page", "browser/test_ask_controls", "browser/", "test_build", "test_lab", "test_notebooks",
    "test_sources_properties", "test_pattern_safety", "test_survey_notebook", "test_docs", "test_grading", "",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def rank(item: pytest.Item) -> int:
        name = item.path.as_posix().rpartition("/tests/")[2]
        return next(at for at, start in enumerate(LONGEST) if name.startswith(start))

    items.sort(key=rank)


LATER = "Notebook 7 is not installed"  # it would add itself to JupyterLab: .ci/run installs it for a run of its own


def skipping_is_failing(report: pytest.TestReport | pytest.CollectReport) -> None:
    """On CI a browser test that did not run is a failure: otherwise nobody would notice that none runs any more."""
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        if LATER in str(reason):
            return
        report.outcome = "failed"
        report.longrepr = f"CI must run the browser tests, and this one was skipped. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if is_browser_test(item):
        skipping_is_failing(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if is_browser_test(collector):
        skipping_is_failing(report)
    return report
