"""Typed answers are read out of a cell token by token: plain values only, and nothing is ever run."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.grading.limits import Limits
from kit.grading.literals import TypedCall, typed_calls
from kit.grading.parsing import UnreadableFileError, parse_answer, parse_hand_in
from kit.grading.submitted_files import SubmittedFile

LIMITS = Limits()
LACK = "a comma, a colon or a value is missing, or there is one too many"
PLAIN = "isn’t a plain value: those are words in quotation marks, numbers, and lists of them"


def read(source: str) -> list[TypedCall]:
    return list(typed_calls(source, LIMITS))


@pytest.mark.parametrize(
    ("source", "id", "value"),
    [
        ('check("1.3", ["the council", "she"])', "1.3", ["the council", "she"]),
        ("kit.check('1.3', 'b')", "1.3", "b"),
        ('check("1.3", answer="c")', "1.3", "c"),
        ('check("1.3", {"a": "vague", "b": 3.5,})', "1.3", {"a": "vague", "b": 3.5}),
        ('check("1.3", [["one", "two", "conflict"],])', "1.3", [["one", "two", "conflict"]]),
        ('check("1.3", ("one", "two"))', "1.3", ["one", "two"]),
        ('check("1.3", ("one",))', "1.3", ["one"]),
        ('check("1.3", ("one"))', "1.3", "one"),
        ('check("1.3", {"a", "c"})', "1.3", ["a", "c"]),
        ('check("1.3", "two " "strings")', "1.3", "two strings"),
        ('check("1.3", """long\ntext""")', "1.3", "long\ntext"),
        (r'check("1.3", r"\d")', "1.3", r"\d"),
        ('check("1.3", -12.5)', "1.3", -12.5),
        ('check("1.3", 1_000)', "1.3", 1000),
        ('check("1.3", [])', "1.3", []),
        ('check("1.3", None)', "1.3", None),
        ('check("1.3",\n  # the first\n  ["a",\n   "b"])', "1.3", ["a", "b"]),
        ('%matplotlib inline\n!ls\ncheck("1.3", "b")', "1.3", "b"),
        ('x = 1\n  y = 2\ncheck("1.3", "b")', "1.3", "b"),
        ('result = check("1.3", "b"); result', "1.3", "b"),
    ],
)
def test_plain_values_are_read(source: str, id: str, value: object) -> None:
    assert read(source) == [TypedCall(id, value, given=True)]


@pytest.mark.parametrize("source", ['check("1.3")', 'check("1.3",)', 'check( "1.3" )'])
def test_a_check_of_the_kept_answer_gives_none(source: str) -> None:
    assert read(source) == [TypedCall("1.3")]


@pytest.mark.parametrize(
    "source", ["def check(x, y): pass", 'print("check(1)")', '# check("1.1", "a")', "checked = 1", "check = 2", ""]
)
def test_what_is_no_call_is_none(source: str) -> None:
    assert read(source) == []


def test_every_call_of_a_cell_is_read_in_order() -> None:
    assert [call.value for call in read('check("1.1", "a")\ncheck("1.2", "b"), check("1.1", "c")')] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("1 + 1", "there is “+”, and nothing is calculated here"),
        ('"a" + "b"', "there is “+”, and nothing is calculated here"),
        ("1+" * 3000 + "1", "there is “+”, and nothing is calculated here"),
        ("-" * 3000 + "1", "there is “-”, and nothing is calculated here"),
        ('open("x")', f"“open” {PLAIN}"),
        ("answer", f"“answer” {PLAIN}"),
        ("[x for x in y]", f"“x” {PLAIN}"),
        ("lambda: 1", f"“lambda” {PLAIN}"),
        ("__import__('os').system('ls')", f"“__import__” {PLAIN}"),
        ('f"{x}"', '“f"{x}"” is computed when it runs, and nothing is run here'),
        ('b"x"', '“b"x"” is computed when it runs, and nothing is run here'),
        ("1j", "“1j” isn’t a number that can be an answer"),
        (f"0x{'f' * 50}", "“0xfffffffffffffffffffffffffff…” isn’t a number that can be an answer"),
        ("- x", f"“x” {PLAIN}"),
        ("-'x'", LACK),
        ("[1 2]", LACK),
        ('"a", "b"', LACK),
        ("[1,,2]", LACK),
        ("{1: 2, 3}", LACK),
        ("{[]: 2}", "what stands before a colon has to be words or a number"),
        ("[" * 100 + "]" * 100, "more than 40 brackets are nested inside each other"),
        ("[", "the brackets don’t match"),
        ("[1", "the brackets don’t match"),
        ('"a', "a quotation mark has no partner"),
        (r'"\N{no such letter}"', r"“" + r'"\N{no such letter}"' + "” can't be read as words"),
        (f'"{"x" * 20_001}"', "it has more than 20,000 characters"),
    ],
)
def test_what_is_more_than_a_plain_value_is_told(value: str, problem: str) -> None:
    assert read(f'check("1.3", {value})') == [TypedCall("1.3", problem=problem)]


def test_a_call_that_is_cut_off_is_told() -> None:
    assert read('check("1.3", ["a"') == [TypedCall("1.3", problem="the brackets are not closed")]


def test_a_question_without_quotation_marks_is_told() -> None:
    assert read("check(1.3, 2)") == [TypedCall("", problem="the number of the question is not in quotation marks")]


def test_a_cell_that_is_too_long_is_not_read() -> None:
    assert read("x" * 40_001) == [TypedCall("", problem="the cell has more than 40,000 characters")]


def test_many_values_are_told() -> None:
    call = next(typed_calls('check("1.1", [' + "0," * 900 + "])", Limits(marks=100)))
    assert call.problem == "it has more than 800 values"


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_whatever_python_writes_is_read_back(value: object) -> None:
    # An empty pair of curly brackets is an empty answer, whichever kind it was meant to be.
    written = repr(value)
    assert read(f'check("1.3", {written})') == [TypedCall("1.3", _as_read(value), given=True)]


def _as_read(value: object) -> object:
    if isinstance(value, list):
        return [_as_read(each) for each in value]
    if isinstance(value, dict):
        return {key: _as_read(each) for key, each in value.items()} or []
    return value


@given(st.text(alphabet="check(1.3\"'[]{},:+-fb\\\n #", max_size=60))
def test_no_source_whatever_raises(source: str) -> None:
    read(source)
    read(f'check("1.3", {source}')


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_whatever_raise_more_than_a_reason(data: bytes) -> None:
    for whole in (data, b'{"answers": {"12.1": ' + data + b"}}", b'{"nbformat": 4, "cells": [' + data + b"]}"):
        with contextlib.suppress(UnreadableFileError):
            parse_hand_in(SubmittedFile("1.json", whole), LIMITS)


@given(st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3), max_leaves=8))
def test_any_json_is_read_as_an_answer_or_has_a_reason(value: object) -> None:
    given_one = parse_answer("12.1", value, LIMITS)
    assert given_one.message or json.dumps(json.loads(given_one.value or ""), ensure_ascii=False) == given_one.value
    for data in (value, {"answers": value}, {"answers": {"12.1": value}}, {"nbformat": 4, "cells": value}):
        with contextlib.suppress(UnreadableFileError):
            parse_hand_in(SubmittedFile("1.json", json.dumps(data).encode()), LIMITS)
