"""Proves of a regular expression that the time it takes grows no faster than the text.

An expression becomes an automaton: each of its characters is a state, and an edge leads to each character that may
come next. Backtracking takes more than linear time exactly if one stretch of text can be walked in two ways, again and
again:

- exponential: a loop comes back to a state in two ways with the same characters, as in (a+)+ or (?:ab|a|b)*
- polynomial: of two loops, one behind the other, both take the same characters, as in a*a*
- from each start: where an expression is searched for, a loop that may still fail takes characters at which it could
  begin as well, as in a+b

A loop with a bound ({2,40}) can only be exponential, and lookaheads are ways that lead nowhere. The proof is careful:
it may refuse an expression that is safe; then a bound, ++ for +, or (?<!\\w) before the first word helps.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

State = int
START = 0  # the state of the text before a match
MANY = 1000  # repetitions: from here on a bound is none ...
SEVERAL = 10  # ... and from here on one is none where each round doubles the ways
FEW = 4  # repetitions: up to here each has states of its own, so that \d{2} is told from \d{4}
PROBES = [chr(code) for code in range(128)] + list("éÉ’“”–…٣\u00a0\u0301\u200b\u3002ß世")


def fault(pattern: str, flags: int = 0, searched: bool = True, whole: bool = False) -> str:
    """What takes more than linear time: "exponential", "polynomial" or "from each start"; "" if nothing does.

    `searched` tells that a match may start anywhere, `whole` that it has to reach the end of the text.
    """
    if Automaton(pattern, flags, searched, whole, many=SEVERAL).is_exponential():
        return "exponential"
    return Automaton(pattern, flags, searched, whole).slow_loops()


class Piece(NamedTuple):
    """A piece of an expression: where it may begin and end, and whether it may be empty.

    `done` are those of `last` behind which nothing is asked any more ($ or a lookaround would), and `passes` tells
    whether it may be empty without being asked anything.
    """

    first: frozenset[State]
    last: frozenset[State]
    empty: bool
    done: frozenset[State]
    passes: bool


NONE: frozenset[State] = frozenset()
NOTHING = Piece(NONE, NONE, True, NONE, True)


class Automaton:
    """The states of an expression: of each the characters that it takes, and the states that may come next."""

    def __init__(
        self, pattern: str, flags: int = 0, searched: bool = True, whole: bool = False, many: int = MANY
    ) -> None:
        self.many = many
        tree = parser.parse(pattern, flags)
        self.flags = tree.state.flags & (re.IGNORECASE | re.DOTALL | re.ASCII)
        literals = {chr(code) for code in _literals(list(tree))}
        self.probes = sorted({*PROBES, *literals, *(c.swapcase() for c in literals if len(c.swapcase()) == 1)})
        self.takes: dict[State, frozenset[str]] = {START: frozenset(self.probes)}
        self.next: dict[State, set[State]] = defaultdict(set)
        self._known_steps: dict[tuple[State, str, str], tuple[State, ...]] = {}
        self.twice: set[State] = set()  # from these one edge can be walked in two ways
        self.greedy: list[tuple[range, frozenset[State], frozenset[str]]] = []  # loops that give nothing back: their
        # states, those behind which they begin again, and characters that one of their rounds surely takes
        self.atomic: list[tuple[range, frozenset[State]]] = []  # groups that give nothing back, and where they end
        expression = self._sequence(list(tree))
        self.done = NONE if whole else expression.done  # there a match is found, whatever follows
        self.guard: Callable[[str, str], bool] = lambda before, now: True
        if searched:
            self.next[START] = {START, *expression.first}
            if guard := _guard(list(tree)):
                self.guard = lambda before, now: guard.match(before + now, 1) is not None

    # ---- from the parsed expression to states ---------------------------------------------------------------------

    def _join(self, ones: Iterable[State], others: Iterable[State]) -> None:
        for one, other in product(ones, others):
            if other in self.next[one] and not any(one in last and one == other for _, last, _ in self.greedy):
                self.twice.add(one)
            self.next[one].add(other)

    def _sequence(self, parts: list[Any]) -> Piece:
        whole = NOTHING
        for part in parts:
            whole = self._then(whole, self._piece(*part))
        return whole

    def _then(self, one: Piece, other: Piece) -> Piece:
        self._join(one.last, other.first)
        return Piece(
            one.first | other.first if one.empty else one.first,
            one.last | other.last if other.empty else other.last,
            one.empty and other.empty,
            one.done | other.done if other.passes else other.done,
            one.passes and other.passes,
        )

    def _piece(self, kind: Any, value: Any) -> Piece:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            return self._repeat(kind, *value)
        if kind is op.BRANCH:
            first, last, empty, done, passes = zip(*map(self._sequence, map(list, value[1])), strict=True)
            return Piece(NONE.union(*first), NONE.union(*last), any(empty), NONE.union(*done), any(passes))
        if kind is op.SUBPATTERN:
            return self._sequence(list(value[3]))
        if kind is op.ATOMIC_GROUP:
            return self._gives_nothing_back(len(self.takes), self._sequence(list(value)))
        if kind in (op.ASSERT, op.ASSERT_NOT):
            ahead = self._sequence(list(value[1])).first if value[0] > 0 else NONE
            return Piece(ahead, NONE, True, NONE, False)
        if kind is op.AT:
            return NOTHING._replace(passes=False)
        state = len(self.takes)
        one = re.compile(_spelled(kind, value), self.flags)
        self.takes[state] = frozenset(filter(one.fullmatch, self.probes))
        return Piece(alone := frozenset((state,)), alone, False, alone, False)

    def _repeat(self, kind: Any, least: int, most: int, body: Any) -> Piece:
        start = len(self.takes)
        inner = self._few(least, most, list(body)) if most <= FEW else self._sequence(list(body))
        if most >= self.many:
            self._join(inner.last, inner.first)
            if kind is op.POSSESSIVE_REPEAT:
                self.greedy.append((range(start, len(self.takes)), inner.last, self._taken_at_once(body)))
        if not least:
            inner = inner._replace(empty=True, passes=True)
        return self._gives_nothing_back(start, inner) if kind is op.POSSESSIVE_REPEAT else inner

    def _few(self, least: int, most: int, body: list[Any]) -> Piece:
        whole = NOTHING
        for number in reversed(range(most)):  # each round may be followed by one more, from the last to the first
            whole = self._then(self._sequence(body), whole)
            if number >= least:
                whole = whole._replace(empty=True, passes=True)
        return whole

    def _taken_at_once(self, body: Any) -> frozenset[str]:
        """The characters of the rounds of a loop that are one character long and ask nothing else."""
        parts = list(body)
        while len(parts) == 1 and parts[0][0] is op.SUBPATTERN:
            parts = list(parts[0][1][3])
        rounds = [list(branch) for branch in parts[0][1][1]] if parts[0][0] is op.BRANCH else [parts]
        single = [_spelled(*each[0]) for each in rounds if len(each) == 1 and each[0][0] in ONE_CHARACTER]
        taken = [re.compile(each, self.flags) for each in single]
        return frozenset(char for char in self.probes if any(each.fullmatch(char) for each in taken))

    def _goes_on(self, state: State, to: State, char: str) -> bool:
        """Would a loop that gives nothing back take this character, so that it can't be left with it?"""
        return any(state in last and to not in inside and char in taken for inside, last, taken in self.greedy)

    def _gives_nothing_back(self, start: State, inner: Piece) -> Piece:
        self.atomic.append((range(start, len(self.takes)), inner.done))
        return inner

    # ---- walks ----------------------------------------------------------------------------------------------------

    def _steps(self, state: State, char: str, before: str) -> tuple[State, ...]:
        """The states behind this one with a character. Only a match that starts asks what stood `before`."""
        key = (state, char, before if state == START else "")
        if key not in self._known_steps:
            self._known_steps[key] = tuple(
                to
                for to in self.next[state]
                if char in self.takes[to]
                and not self._goes_on(state, to, char)
                and (state != START or to == START or self.guard(before, char))
            )
        return self._known_steps[key]

    @cached_property
    def chars(self) -> list[str]:
        """One character of each sort: those that the same states take are alike."""
        alike: dict[tuple[Any, ...], str] = {}
        for char in self.probes:
            sort = (char.isalnum() or char == "_", char.isspace(), *(char in takes for takes in self.takes.values()))
            alike.setdefault(sort, char)
        return list(alike.values())

    @cached_property
    def _alike_before(self) -> dict[str, str]:
        """Of each sort of character one behind which a match may start with the same characters."""
        first: dict[tuple[bool, ...], str] = {}
        sorts = {char: tuple(self.guard(char, now) for now in self.chars) for char in self.chars}
        return {char: first.setdefault(sort, char) for char, sort in sorts.items()}

    @cached_property
    def _reach(self) -> dict[State, int]:
        """Of each state those that can be reached from it, as the bits of a number."""
        found = dict.fromkeys(self.takes, 0)
        changed = True
        while changed:
            changed = False
            for state in reversed(self.takes):
                more = found[state]
                for to in self.next[state]:
                    more |= 1 << to | found[to]
                changed = changed or more != found[state]
                found[state] = more
        return found

    def _reaches(self, one: State, other: State) -> bool:
        return bool(self._reach[one] >> other & 1)

    def is_exponential(self) -> bool:
        """Can one stretch of text be walked in two ways, from a state back to it, and then in four?"""
        pivots: dict[frozenset[State], set[State]] = defaultdict(set)
        for state in self._loops():
            pivots[self._final(state)].add(state)
        pivots = {final: states - final - {START} for final, states in pivots.items()}
        return any(self._comes_back(states, final) for final, states in pivots.items())

    def _comes_back(self, pivots: set[State], final: frozenset[State]) -> bool:
        """Do two ways part and meet again, both outside of `final`, in a loop through one of these states?"""
        behind: dict[tuple[State, State], set[tuple[State, State]]] = {}
        waiting = [(state, state) for state in pivots]
        while waiting:
            pair = waiting.pop()
            if pair not in behind:
                behind[pair] = {
                    (one, other)
                    for char in self.chars
                    for one, other in product(*(self._steps(state, char, "") for state in pair))
                    if not final & {one, other} and self._reaches(one, pair[0]) and self._reaches(other, pair[1])
                }
                waiting += behind[pair]
        for component in components(behind):
            meet = any(one == other for one, other in component)
            part = any(one != other for one, other in component)
            doubled = any(
                one == other and one in self.twice and behind[one, other] & component for one, other in component
            )
            if meet and (part or doubled):
                return True
        return False

    def slow_loops(self) -> str:
        """Which of two loops takes more than linear time: "polynomial" or "from each start"; "" if nothing does."""
        for one, other in product(self._loops(), repeat=2):
            in_a_row = one != other and self._reaches(one, other) and not self._reaches(other, one)
            if in_a_row and self._can_walk((one, one, other), (one, other, other)):
                return "from each start" if one == START else "polynomial"
        return ""

    def _loops(self) -> list[State]:
        return [state for state in self.takes if self._reaches(state, state)]

    def _final(self, *states: State) -> frozenset[State]:
        """Where nothing between these states is tried again: at the end, or that of a group that gives nothing back."""
        return self.done.union(*(ends for inside, ends in self.atomic if all(state in inside for state in states)))

    def _can_walk(self, start: tuple[State, ...], goal: tuple[State, ...]) -> bool:
        """Do the same characters lead from each of these states to each of those?"""
        final = self._final(*start)
        if final.intersection(start):
            return False
        for last in set(self._alike_before.values()) if START in start else [""]:
            seen = {(start, last)}  # the characters are walked again and again: the last stands before the first
            waiting = list(seen)
            while waiting:
                at, before = waiting.pop()
                for char in self.chars:
                    for to in product(*(self._steps(state, char, before) for state in at)):
                        if to == goal and last in ("", self._alike_before[char]):
                            return True
                        if final.intersection(to) or not all(map(self._reaches, to, goal)):
                            continue
                        new = (to, last and self._alike_before[char])
                        if new not in seen:
                            seen.add(new)
                            waiting.append(new)
        return False


def components(graph: dict[Any, set[Any]]) -> Iterator[set[Any]]:
    """The parts of a graph in which each node can be reached from each other (Kosaraju's way, without recursion)."""
    order: list[Any] = []
    seen: set[Any] = set()
    for root in graph:
        stack = [(root, iter(graph[root]))] if root not in seen else []
        seen.add(root)
        while stack:
            node, more = stack[-1]
            to = next((to for to in more if to not in seen), None)
            if to is None:
                order.append(stack.pop()[0])
            else:
                seen.add(to)
                stack.append((to, iter(graph[to])))
    back: dict[Any, set[Any]] = defaultdict(set)
    for node, tos in graph.items():
        for to in tos:
            back[to].add(node)
    left = set(graph)
    for root in reversed(order):
        if root in left:
            part, waiting = {root}, [root]
            while waiting:
                for to in back[waiting.pop()] & left - part:
                    part.add(to)
                    waiting.append(to)
            left -= part
            yield part


def _literals(parts: Any) -> Iterator[int]:
    """The characters that an expression names."""
    if isinstance(parts, tuple) and len(parts) == 2 and parts[0] in (op.LITERAL, op.NOT_LITERAL):
        yield parts[1]
    elif isinstance(parts, tuple) and len(parts) == 2 and parts[0] is op.RANGE:
        yield from parts[1]
    elif isinstance(parts, (list, tuple, parser.SubPattern)):
        for part in parts:
            yield from _literals(part)


ONE_CHARACTER = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)
CATEGORIES = {
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W", op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
}  # fmt: skip


def _spelled(kind: Any, value: Any) -> str:
    """A piece that takes one character, as an expression."""
    if kind is op.ANY:
        return "."
    if kind in (op.LITERAL, op.NOT_LITERAL):
        return "[^" * (kind is op.NOT_LITERAL) + re.escape(chr(value)) + "]" * (kind is op.NOT_LITERAL)
    if kind is op.CATEGORY:
        return CATEGORIES[value]
    if kind is op.RANGE:
        return "-".join(re.escape(chr(code)) for code in value)
    if kind is op.NEGATE:
        return "^"
    if kind is op.IN:
        return "[" + "".join(_spelled(*each) for each in value) + "]"
    raise ValueError(f"{kind} is not known to the proof")


def _guard(parts: list[Any]) -> re.Pattern[str] | None:
    """What the first character of a match and the one before it have to be, if the expression says so at its start."""
    while parts and parts[0][0] is op.SUBPATTERN:
        parts = list(parts[0][1][3])
    if not parts:
        return None
    kind, value = parts[0]
    if kind is op.AT and value is op.AT_BOUNDARY:
        return re.compile(r"\b")
    if kind is op.ASSERT_NOT and value[0] < 0 and len(value[1]) == 1 and value[1][0][0] in ONE_CHARACTER:
        return re.compile(f"(?<!{_spelled(*value[1][0])})")
    return re.compile(r"\A\b\B") if kind is op.AT and value in (op.AT_BEGINNING, op.AT_BEGINNING_STRING) else None
