"""How long all finders take, as a ratio to reading and finding attributions alone.

    python benchmarks/finders.py FILE [ROUNDS]

FILE holds texts (JSON lines with `text`). Each text is read and asked twice in turn, once for attributions alone and
once for everything, ROUNDS times (5 if not given); printed are the seconds of the processor for all texts of a round,
and the ratio of each round.
"""

import json
import sys
import time
from pathlib import Path

from kit import find_attributions, read
from kit.find import find_everything


def main() -> None:
    texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    for text in texts[:20]:  # lexicons are read, words are remembered
        find_everything(read(text))
    for _ in range(int(sys.argv[2]) if sys.argv[2:] else 5):
        alone = everything = 0.0
        for text in texts:
            began = time.process_time()
            find_attributions(read(text))
            between = time.process_time()
            find_everything(read(text))
            alone, everything = alone + between - began, everything + time.process_time() - between
        print(f"attributions {alone:.3f} s, everything {everything:.3f} s, ratio {everything / alone:.2f}")


if __name__ == "__main__":
    main()
