"""How long a person waits for the first text: `import kit`, the first read, the first findings, each in a new process.

    python benchmarks/startup.py [RUNS]

Prints the median of RUNS (7 if not given) of each step in seconds, and which heavy packages were in memory at the end.
Compiled bytecode is kept in a temporary folder, since that of an installed package stands ready too.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

TEXT = Path(__file__).parents[1] / "kit" / "data" / "articles" / "harbour.txt"
HEAVY = "nltk numpy textblob snowballstemmer matplotlib IPython ipywidgets anywidget regex".split()
PROGRAM = """
import json, sys, time
steps, began = {}, time.perf_counter()
def done(step):
    steps[step] = time.perf_counter() - began - sum(steps.values())
import kit
done("import kit")
article = kit.read(TEXT)
done("first read")
kit.find_attributions, kit.find_sources, kit.find_euphemisms, kit.find_inconsistencies, kit.facts
done("import the finders")
for name in ("find_attributions", "find_sources", "find_euphemisms", "find_inconsistencies", "facts"):
    getattr(kit, name)(article)
    done(name)
print(json.dumps([steps, [name for name in HEAVY if name in sys.modules]]))
"""


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else 7
    program = f"TEXT = {TEXT.read_text(encoding='utf-8')!r}\nHEAVY = {HEAVY}\n{PROGRAM}"
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", program]
        runs = [json.loads(subprocess.check_output(command, env=environment)) for _ in range(count + 1)][1:]
    for step in runs[0][0]:
        print(f"{step:22}{statistics.median(steps[step] for steps, _ in runs):6.3f}")
    print(f"{'together':22}{statistics.median(sum(steps.values()) for steps, _ in runs):6.3f}")
    print("heavy packages in memory:", ", ".join(runs[0][1]) or "none")


if __name__ == "__main__":
    main()
