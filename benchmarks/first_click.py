"""How long a pupil waits in JupyterLab: from Shift+Enter to what the cell draws, as the browser sees it.

    python benchmarks/first_click.py [RUNS]

Starts `kit lab` on a course of its own and Chromium without a window, and runs each cell RUNS times (3 if not given),
each time in a new kernel in which the first cell of a lesson has been run. Prints for each the median and the least in
seconds, the processor time of the kernel, which grows little when the machine is busy; then the load of the machine.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from playwright.sync_api import Page, sync_playwright

FIRST = """import os
from kit import *
from kit.lessons import plot_levels, plot_pairs, plot_sources
text = articles("footbridge")
highlight(text)"""
# What is run, what has to be seen, and in how many seconds a pupil should see it.
CELLS = {
    '"a line"': (".jp-OutputArea-output", 0.0),  # what JupyterLab takes for itself on this machine, now
    'ask("1.1")': (".kit-word", 0.3),
    'ask("1.2")': (".kit-option", 0.3),
    'ask("1.3")': (".kit-card", 0.3),
    "explore(text)": (".kit-lead", 1.0),
    "plot_sources(text)": (".kit-picture", 2.0),
    "plot_levels(text)": (".kit-picture", 2.0),
    "plot_pairs(text)": (".jp-OutputArea-output", 2.0),
}
READY = """async () => {
    await window.jupyterapp.restored;
    const session = window.jupyterapp.shell.currentWidget.sessionContext;
    await session.ready;
    await session.session.kernel.info;
}"""
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
# Runs the cell that is chosen and waits until something of it stands in its output, painted.
RUN = """async ([at, wanted]) => {
    const app = window.jupyterapp;
    const notebook = app.shell.currentWidget.content;
    notebook.activeCellIndex = at;
    const began = performance.now();
    const run = app.commands.execute("notebook:run-cell");
    const cell = notebook.widgets[at].node;
    while (![...cell.querySelectorAll(`.jp-OutputArea ${wanted}`)].some(each => each.getBoundingClientRect().height)) {
        await new Promise(later => requestAnimationFrame(later));
        if (performance.now() - began > 60000) throw new Error(`nothing is seen of cell ${at}`);
    }
    await new Promise(later => requestAnimationFrame(() => requestAnimationFrame(later)));
    const seen = performance.now() - began;
    await run;
    return seen / 1000;
}"""


def main() -> None:
    runs = int(sys.argv[1]) if sys.argv[1:] else 3
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "jupyter_lab_config.py").write_text("c.LabApp.expose_app_in_browser = True\n", encoding="utf-8")
        own = {f"JUPYTER_{name}_DIR": place for name in ("CONFIG", "DATA", "RUNTIME")} | {"IPYTHONDIR": place}
        command = [sys.executable, "-m", "kit", "lab", str(folder / "course"), "--no-browser"]
        server = subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout
            address = next(filter(None, (re.search(r"http://\S+", line) for line in server.stdout))).group()
            with sync_playwright() as driver:
                chromium = driver.chromium.launch(
                    executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
                )
                waits(chromium.new_page(viewport={"width": 1366, "height": 768}), folder, address, runs)
                chromium.close()
        finally:
            server.terminate()
            server.wait()
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def waits(page: Page, folder: Path, address: str, runs: int) -> None:
    print("cell                     median   least  kernel  wanted")
    for number, (source, (seen, wanted)) in enumerate(CELLS.items()):
        waited = [one_wait(page, folder, address, f"wait-{number}-{run}.ipynb", source, seen) for run in range(runs)]
        took = [each[0] for each in waited]
        busy = statistics.median(each[1] for each in waited)
        print(f"{source:24}{statistics.median(took):7.2f}{min(took):8.2f}{busy:8.2f}{wanted:8.1f}", flush=True)


def one_wait(page: Page, folder: Path, address: str, name: str, source: str, seen: str) -> tuple[float, float]:
    """How long until it was seen, and how long the kernel was at work, in a notebook of its own."""
    told = folder / f"{name}.txt"
    clock = f'open({str(told)!r}, "a").write(f"{{sum(os.times()[:2])}} ")'
    cells = [nbformat.v4.new_code_cell(each) for each in (FIRST, clock, source, clock)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), folder / "course" / "notebooks" / name)
    page.goto(re.sub(r"[^/]+\.ipynb", name, address) + "&reset")
    page.wait_for_function("window.jupyterapp?.shell.currentWidget?.sessionContext")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
    page.evaluate(READY)
    page.evaluate(RUN, [0, ".kit-view"])
    page.evaluate(RUN, [1, ".jp-OutputArea-output"])
    waited = page.evaluate(RUN, [2, seen])
    page.evaluate(RUN, [3, ".jp-OutputArea-output"])
    before, after = map(float, told.read_text(encoding="utf-8").split())
    return waited, after - before


if __name__ == "__main__":
    main()
