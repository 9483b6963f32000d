"""The course in the browser alone: a site made by `kit site`, in Chromium, with every other server refused."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ask_notebook import violations
from question_bank import course_in
from site_server import PATIENCE, Pupil, Server, close, notebook_in, python, ready, run_all

from kit import articles, survey
from kit.find import find_everything
from kit.grading.grade_class import GradeOptions, grade
from kit.lessons import hundred_reports
from kit.library import names
from kit.places import course
from kit.questions import bank
from kit.questions.answers import Answers
from kit.questions.hand_in import hand_in
from kit.questions.question import Unit
from kit.site.build import make_site
from kit.surveying.sheets import summary

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
KINDS = "12-footbridge"  # the examples of docs/questions.md: each kind of question
NOTE = "Start with lesson 0. *Ask me* if something is unclear."
OURS = ", ".join(f".jp-OutputArea .kit-{part}" for part in ("view", "ask", "ladder", "facts", "explore"))
UNITS = tuple(path.stem for path in sorted((ROOT / "kit" / "data" / "questions").glob("*.toml")))
LESSONS = [name for name in UNITS if (ROOT / "notebooks" / f"{name}.ipynb").is_file()]
ADD_CELLS = """sources => {
    const notebook = window.jupyterapp.shell.currentWidget.content.model.sharedModel;
    notebook.insertCells(notebook.cells.length, sources.map(source => ({ cell_type: "code", source, metadata: {} })));
}"""
FULL = """() => {
    const plain = window.plainPut = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
        if (String(key).includes("answers/")) throw new DOMException("no room", "QuotaExceededError");
        return plain.call(this, value, key);
    };
}"""
ROOM_AGAIN = "() => { IDBObjectStore.prototype.put = window.plainPut; }"


@pytest.fixture(scope="module")
def units(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Unit, ...]]:
    """All units of the kit, and a teacher's own with every kind of question."""
    course(course_in(tmp_path_factory.mktemp("teacher") / "course"))
    yield bank.units()
    course(None)


@pytest.fixture(scope="module")
def server(chromium: str, units: tuple[Unit, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A site, made once, on a web space."""
    if shutil.which("npm") is None:
        pytest.skip("npm is missing, and Python for the browser comes from it (Debian: apt-get install nodejs npm)")
    folder = tmp_path_factory.mktemp("site") / "public"
    assert make_site(units, ROOT, folder, note=NOTE).compiled
    space = Server(folder)
    yield space
    space.stop()


@pytest.fixture(scope="module")
def pupil(server: Server, browser: Browser) -> Iterator[Pupil]:
    """The first visitor: the site was never open in this profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Pupil(context, server)
    context.close()


@pytest.fixture(scope="module")
def lab(pupil: Pupil) -> Iterator[Page]:
    """JupyterLab, where one notebook after the other is opened, each with a kernel of its own."""
    page = pupil.open("exercises/0-start.ipynb")
    close(page)
    yield page
    page.close()


@pytest.fixture(scope="module")
def kernel(lab: Page) -> Iterator[Page]:
    """An exercise that is open, for whatever a kernel can be asked."""
    with notebook_in(lab, "exercises/0-start.ipynb"):
        yield lab


def right_answers(unit: Unit) -> dict[str, Any]:
    """A right answer to each question of a unit, as far as the key has one."""
    models = {question.id: question.key.model_answer(question) for question in unit.questions}
    return {id: answer for id, answer in models.items() if answer is not None}


def test_the_first_page_has_every_unit_with_its_minutes(pupil: Pupil, units: tuple[Unit, ...], axe: str) -> None:
    page = pupil.home()
    assert page.title() == "Who Says So?"
    assert page.locator(".unit h3").all_inner_texts() == [unit.title for unit in units]
    for unit in units:
        last = page.locator(f".unit[data-unit='{unit.name}'] .go .faint").last
        assert last.inner_text() == f"{unit.minutes} min"
    assert page.locator(".note em").inner_text() == "Ask me"
    assert page.locator("#trouble").is_hidden()
    assert violations(page, axe) == []
    for link in page.locator("a").all():
        to = page.evaluate("link => link.href", link.element_handle())
        assert to.startswith(pupil.server.address())
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_a_lesson_opens_folded_and_shows_the_way_back(pupil: Pupil) -> None:
    with pupil.opened("notebooks/1-attribution.ipynb") as page:
        page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        page.locator(".kit-view").first.wait_for()
        print(f"to the first marked text: {pupil.server.bytes_sent / 1e6:.1f} MB over the wire")
        assert page.evaluate("window.jupyterapp.shell.mode") == "single-document"
        page.wait_for_function("window.jupyterapp.shell.leftCollapsed")
        page.get_by_role("link", name="All lessons").click()
        page.get_by_role("heading", name="Who Says So?", exact=True).wait_for()


def code_of(pupil: Pupil, notebook: str) -> list[str]:
    """The code cells of a notebook of the site."""
    content = json.loads((pupil.server.folder / "files" / notebook).read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == "code"]


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_runs_from_top_to_bottom_without_a_word_in_red(name: str, lab: Page, pupil: Pupil, axe: str) -> None:
    notebook = f"notebooks/{name}.ipynb"
    with notebook_in(lab, notebook):
        assert run_all(lab) == []
        asked = sum(source.startswith("ask(") for source in code_of(pupil, notebook))
        lab.locator(".kit-ask").nth(asked - 1).wait_for(state="attached")
        assert violations(lab, axe, OURS) == []
    assert pupil.outside == pupil.server.refused == []


def test_the_questions_of_all_exercises_are_drawn_without_a_word_in_red(lab: Page, pupil: Pupil, axe: str) -> None:
    """All in one notebook: an exercise has its questions between two cells that are the same in each."""
    asked = []
    for name in UNITS:
        first, *questions, last = code_of(pupil, f"exercises/{name}.ipynb")
        assert (first, last) == ("from kit import ask, hand_in", f'hand_in("", "{name.partition("-")[0]}")')
        asked += questions if name != "0-start" else []
    with notebook_in(lab, "exercises/0-start.ipynb"):
        there = sum(source.startswith("ask(") for source in code_of(pupil, "exercises/0-start.ipynb"))
        lab.evaluate(ADD_CELLS, asked)
        assert run_all(lab) == []
        lab.locator(".kit-ask").nth(there + len(asked) - 1).wait_for(state="attached")
        assert violations(lab, axe, OURS) == []
    assert pupil.outside == pupil.server.refused == []


def test_the_same_findings_as_in_cpython(kernel: Page) -> None:
    code = (
        "import base64, json, zlib\n"
        "from kit import articles\nfrom kit.find import find_everything\n"
        f"found = {{name: [*map(repr, find_everything(articles(name)))] for name in {names()!r}}}\n"
        "print(base64.b64encode(zlib.compress(json.dumps(found).encode())).decode())\n"
    )
    there = json.loads(zlib.decompress(base64.b64decode(python(kernel, code))))
    here = {name: [*map(repr, find_everything(articles(name)))] for name in names()}
    assert sum(map(len, here.values())) > 200
    assert {name: len(found) for name, found in there.items()} == {name: len(found) for name, found in here.items()}
    for name, found in here.items():
        for mine, theirs in zip(found, there[name], strict=True):
            assert theirs == mine


def test_a_survey_has_the_same_figures_as_in_cpython(kernel: Page) -> None:
    code = (
        "from kit import survey\nfrom kit.lessons import hundred_reports\n"
        "from kit.surveying.sheets import summary\nprint(summary(survey(hundred_reports()).result))\n"
    )
    here = summary(survey(hundred_reports()).result)
    assert len(here.splitlines()) > 300
    assert python(kernel, code).split() == here.split()


def control_of(page: Page, id: str) -> Any:
    return page.get_by_role("group", name=f"Question {id}: your answer", exact=True).first


@pytest.fixture(scope="module")
def answered(lab: Page, units: tuple[Unit, ...]) -> dict[str, str]:
    """Each kind of question with its right answer given and checked: what the check says of it, by its id."""
    unit = next(each for each in units if each.name == KINDS)
    answers = right_answers(unit)
    assert {question.kind for question in unit.questions if question.id in answers} == {q.kind for q in unit.questions}
    with notebook_in(lab, f"exercises/{KINDS}.ipynb"):
        assert run_all(lab) == []
        enter = (
            "import json\nfrom kit import ask\n"
            f"for id, answer in json.loads({json.dumps(json.dumps(answers))}).items():\n"
            "    asked = ask(id)\n"
            "    asked.control.show(asked.question.key.for_control(asked.question, answer))\n"
            "    asked.control.revision += 1\n    asked.control.asked += 1\n"
            "    print(id, asked.control.result['state'])\n"
        )
        return dict(line.split(maxsplit=1) for line in python(lab, enter).splitlines())


def test_each_kind_of_question_is_answered_checked_and_kept_over_a_reload(
    answered: dict[str, str], pupil: Pupil, units: tuple[Unit, ...]
) -> None:
    from playwright.sync_api import expect

    unit = next(each for each in units if each.name == KINDS)
    answers = right_answers(unit)
    assert answered.keys() == answers.keys() and set(answered.values()) <= {"right", "kept", "by hand"}, answered
    with pupil.opened(f"exercises/{KINDS}.ipynb") as page:
        page.reload()
        ready(page)
        assert run_all(page) == []
        again = "print(json.dumps({id: ask(id).control.answer for id in " + repr([*answers]) + "}))"
        after = json.loads(python(page, f"import json\nfrom kit import ask\n{again}"))
        assert all(after[id] for id in answers)
        for id in answers:
            control_of(page, id).get_by_text("Saved in").first.wait_for()
    home = pupil.home()
    done = home.locator(f".unit[data-unit='{KINDS}'] .told")
    expect(done).to_have_text(f"{len(answers)} of {len(unit.questions)} questions answered")  # once answers are read
    home.close()


def test_a_click_is_kept_and_two_tabs_lose_nothing(lab: Page, pupil: Pupil) -> None:
    lesson, exercise = "notebooks/1-attribution.ipynb", "exercises/1-attribution.ipynb"
    with pupil.opened(lesson) as other, notebook_in(lab, exercise):
        for page in (lab, other):
            assert run_all(page) == []
        for page, id in ((lab, "1.2"), (other, "1.8"), (lab, "1.6")):
            control_of(page, id).get_by_role("radio").first.click()
            control_of(page, id).get_by_text("Saved in").first.wait_for()
        code = "from kit.questions.answers import Answers\nprint(sorted(Answers('1-attribution').all()))"
        for page in (lab, other):
            assert python(page, code) == "['1.2', '1.6', '1.8']\n"


def test_a_full_store_is_told_and_the_next_click_is_kept(lab: Page) -> None:
    with notebook_in(lab, "exercises/3-euphemism.ipynb"):
        assert run_all(lab) == []
        radio = lab.get_by_role("radio")
        lab.evaluate(FULL)
        radio.first.click()
        lab.get_by_text("Your answer can't be saved.").first.wait_for()
        lab.evaluate(ROOM_AGAIN)
        radio.nth(1).click()
        lab.get_by_text("Saved in").first.wait_for()


def test_a_hand_in_is_a_download_and_earns_the_same_points_as_elsewhere(
    answered: dict[str, str], lab: Page, units: tuple[Unit, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = next(each for each in units if each.name == KINDS)
    with notebook_in(lab, f"exercises/{KINDS}.ipynb"):
        cell = lab.locator(".jp-CodeCell", has_text="hand_in(").last
        put_last(lab, f'from kit import hand_in; hand_in("Ana Reyes", "{unit.number}")')
        lab.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        link = lab.get_by_role("link", name=re.compile("^Save 12-footbridge Ana Reyes.json"))
        link.wait_for()
        assert "Save it on this device first" in cell.inner_text()
        with lab.expect_download() as loading:
            link.click()
        handed = tmp_path / "class" / "Ana Reyes" / loading.value.suggested_filename
        handed.parent.mkdir(parents=True)
        loading.value.save_as(handed)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for id, answer in right_answers(unit).items():
        Answers(unit.name).keep(id, answer)
    written = hand_in("Bea Reyes", unit.number).file
    assert written is not None
    (tmp_path / "class" / "Bea Reyes").mkdir()
    shutil.copy(written, tmp_path / "class" / "Bea Reyes")
    points = graded(tmp_path / "class", tmp_path / "marks")
    assert points["Ana Reyes"] == points["Bea Reyes"] and len(points["Ana Reyes"]) >= 7


def put_last(page: Page, code: str) -> None:
    """Write something into the last cell of the notebook that is open."""
    page.evaluate(
        "code => window.jupyterapp.shell.currentWidget.content.widgets.slice(-1)[0].model.sharedModel.setSource(code)",
        code,
    )


def graded(folder: Path, out: Path) -> dict[str, Any]:
    """The points of each pupil, question by question."""
    grade(folder, out, GradeOptions(), lambda said, more: None)
    lines = [line.split(",") for line in (out / "grades.csv").read_text(encoding="utf-8-sig").splitlines()]
    return {line[0]: line[1:] for line in lines[1:]}


def test_a_report_is_a_download(kernel: Page) -> None:
    put_last(kernel, 'from kit import articles, write_report; write_report(articles("harbour"))')
    kernel.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    link = kernel.get_by_role("link", name="Save report.html")
    with kernel.expect_download() as loading:
        link.click()
    assert b"Who Says So? kit report" in loading.value.path().read_bytes()[:2000]


WHY_NOT = {
    'read("https://example.org/a")': "the course in the browser can't open such things. Open it, copy the words",
    'blob("It rained.")': "blob needs NLTK, which isn't in the course in the browser.",
    'explore().look_at("www.example.org/a")': "the course in the browser can't open such things.",
}


def test_what_does_not_go_says_why_and_a_picture_is_told_in_words(kernel: Page) -> None:
    for code, told in WHY_NOT.items():
        assert told in python(kernel, f"from kit import *\nfrom kit.lessons import *\n{code}")
    said = python(kernel, 'print(plot_sources(articles("harbour")))')
    assert "Oskar Thule (named person): 45 words" in said
    assert said.endswith("matplotlib is missing. This is what it would show.\n")


def test_work_is_saved_and_opened_on_another_device(
    answered: dict[str, str], pupil: Pupil, browser: Browser, units: tuple[Unit, ...], tmp_path: Path
) -> None:
    page = pupil.home()
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save my work").click()
    work = tmp_path / loading.value.suggested_filename
    loading.value.save_as(work)
    progress = page.locator(".told").all_inner_texts()
    page.close()
    context = browser.new_context(viewport={"width": 390, "height": 844})
    other = Pupil(context, pupil.server)
    page = other.home()
    assert page.locator(".told").all_inner_texts() != progress
    page.locator("#open").set_input_files(work)
    page.get_by_text("Your work is here").wait_for()
    assert page.locator(".told").all_inner_texts() == progress
    page.locator("#open").set_input_files(work)
    page.get_by_text("Everything in that file was here already.").wait_for()
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]")
    page.locator("#open").set_input_files(wrong)
    page.get_by_text("“wrong.json” isn’t saved work.").wait_for()
    page = other.open(f"exercises/{KINDS}.ipynb", page)
    assert run_all(page) == []
    control_of(page, "12.1").get_by_text("Saved in").first.wait_for()
    context.close()


def test_a_lesson_opens_and_keeps_answers_while_the_server_is_away(pupil: Pupil) -> None:
    home = pupil.home()
    home.wait_for_function(  # everything else is fetched while a lesson runs
        "async () => { const [name] = (await caches.keys()).slice(-1); const cache = await caches.open(name);"
        "return (await cache.keys()).some(each => each.url.endsWith('files/docs/glossary.md')); }"
    )
    pupil.server.stop()
    try:
        home.reload()
        home.get_by_role("heading", name="Who Says So?", exact=True).wait_for()
        page = pupil.open("notebooks/2-anonymous-sources.ipynb", home)
        assert run_all(page) == []
        page.locator(".kit-ask").first.wait_for()
        page.reload()
        ready(page)
        page.close()
    finally:
        pupil.server.start()


def test_where_nothing_can_be_kept_it_is_said(server: Server, browser: Browser) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', {get: () => undefined})")
    page.goto(server.address())
    page.get_by_role("alert").get_by_text("Nothing is saved at this address").wait_for()
    context.close()


def test_every_request_stays_on_the_site(pupil: Pupil) -> None:
    assert len(pupil.outside) == len(pupil.server.refused) == 0


def test_a_folder_of_a_web_space_will_do_and_so_does_the_one_line_server(
    server: Server, browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "some" / "sub").mkdir(parents=True)
    (tmp_path / "some" / "sub" / "folder").symlink_to(server.folder)
    with one_line_server(tmp_path) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}some/sub/folder/")
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        page.set_default_timeout(PATIENCE)
        page.get_by_role("link", name="Exercise: Start").click()
        ready(page)
        assert page.url.startswith(f"{address}some/sub/folder/lab/")
        assert run_all(page) == []
        page.get_by_role("radio").first.click()
        page.get_by_text("Saved in").first.wait_for()
        page.get_by_role("link", name="All lessons").click()
        page.get_by_text(re.compile("^1 of .* questions answered")).wait_for()
        context.close()


@contextmanager
def one_line_server(folder: Path) -> Iterator[str]:
    """The server of docs/setting-up.md, as a process of its own. Gives its address."""
    command = [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(folder), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        told = re.search(r"http://\S+/", process.stdout.readline())
        assert told
        yield told[0]
        process.kill()
