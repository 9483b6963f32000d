"""No regular expression of the kit can be made to take more than linear time. Nothing is timed: it is proved."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pattern_safety import fault

# Rooms whose expressions see only pieces of bounded length, so that two loops in a row do no harm; a loop whose rounds
# can be told apart in two ways (exponential) would, and is refused here too.
BOUNDED = {
    "finders/attribution/": "one line of at most MAX_UNITS_OF_LINE letters",
    "finders/sources/": "the same lines",
    "finders/alarm/quotes.py": "MAX_CHARACTERS_OF_LEAD before a quotation",
    "finders/euphemism/plain.py": "MAX_CHARACTERS_TO_HELPER before a term",
    "grading/layouts.py": "a name of at most MAX_SEGMENT_LENGTH characters",
    "text/furniture_lexicon.py": "a paragraph of at most LONGEST_FURNITURE characters",
    "text/reading.py": "a name of at most MAX_PATH_LENGTH characters",
    "text/sentences.py": "ADDRESS_LOOK_BACK and ABBREVIATION_LOOK_BACK characters before a full stop",
    "text/tokens.py": "what it scans it takes: the last ways fit every character",
    "language/plain_toml.py": "the kit's own lexicons",
    "lessons/offline_pages.py": "the course's own pages",
    "reading/figure_lines.py": "one sentence, of at most LONGEST_SENTENCE words",
    "views/": "the kit's own style sheets",
}


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        ("(a+)+b", "exponential"),
        ("(a*)*b", "exponential"),
        ("(?:ab|a|b)*c", "exponential"),
        ("(?:a|.){0,40}b", "exponential"),
        ("(?>(?:a+)+b)c", "exponential"),
        (r"(?:[ ,]{1,3}\d{1,2},?)*x", "exponential"),
        ("xa*a*b", "polynomial"),
        ("(?<!x)x[^x]*y[^x]*z", "polynomial"),
        (r"(?:[ ,]{1,3}\d{1,2})*x", "from each start"),
        (r"(?:\d\d|\d{4} )*x", "from each start"),
        ("a+b", "from each start"),
        ("x[^y]*y", "from each start"),
        ("(?:a++)*b", "from each start"),
        (r"(?:a|$)+b", "from each start"),
        ("a?(?=b*c)d", "from each start"),
        (r"\w+$", "from each start"),
        ("a+", ""),
        ("(?:a+b?)+", ""),
        (r"\b\w+b", ""),
        ("(?<!a)a+b", ""),
        ("(?<!a)(?:a++)*b", ""),
        ("xa+b", ""),
        ("x(?:a|ba)*+b", ""),
        ("x[^x]*y", ""),
        ("a{1,40}b", ""),
        (r"\d+(?:[,.]+\d+)*", ""),
    ],
)
def test_what_the_proof_says(pattern: str, wrong: str) -> None:
    assert fault(pattern) == wrong


@pytest.mark.parametrize(
    ("pattern", "wrong"), [("a+b", ""), ("a*a*b", "polynomial"), ("(a|ab|b)+", ""), ("(?:[^/]+/)*x", "")]
)
def test_what_it_says_where_a_match_begins_at_one_place(pattern: str, wrong: str) -> None:
    assert fault(pattern, searched=False) == wrong


def test_what_it_says_where_a_match_has_to_reach_the_end() -> None:
    assert fault("(?:ab|a|b)+", searched=False, whole=True) == "exponential"
    assert fault("(?:ab|c|b)+", searched=False, whole=True) == ""


def test_no_expression_of_the_kit_takes_more_than_linear_time() -> None:
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, here / "compiled_patterns.py"], capture_output=True, text=True, encoding="utf-8", check=True
    )
    patterns = json.loads(done.stdout)
    assert {"text/tokens.py", "text/furniture_lexicon.py", "grading/pupil_names.py"} < {p["module"] for p in patterns}
    wrong = [(p["module"], said, p["pattern"]) for p in patterns if (said := _refused(**p))]
    assert not wrong, "\n".join(map(repr, wrong))


def _refused(pattern: str, flags: int, module: str, searched: bool) -> str:
    """What is wrong with an expression where it is used; "" if nothing is."""
    said = fault(pattern, flags, searched)
    return said if said == "exponential" or not module.startswith(tuple(BOUNDED)) else ""
