"""rewrite: a sentence to put into plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from kit.questions.check_result import ScoredAnswer, UnreadableError
from kit.questions.key import ControlPlan, Key
from kit.questions.kinds.open import text_in
from kit.questions.question import Question
from kit.questions.quoted_text import QuotedText
from kit.text import Words
from kit.toml import Table

if TYPE_CHECKING:
    from kit.language.matcher import Matcher

FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
NAME = re.compile(r"(?<![.!?:]\s)(?<![.!?:]\s[“\"‘'])(?<=\s)[“\"‘']?([A-Z][a-z]\w*(?: [A-Z][a-z]\w*)*)")
APOSTROPHES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class ThingToKeep:
    """Something that a rewrite has to keep: what it is ("who did it"), and the words of which one has to be there.
    `plain` is what the soft words stand for: who drops it has not said it plainly. `unless` are words
    that say the opposite ("not dismissed") and don't count, exactly as they are here."""

    what: str
    words: tuple[str, ...]
    plain: bool
    unless: tuple[str, ...]

    def is_in(self, answer: str) -> bool:
        answer = answer.translate(APOSTROPHES)
        for words in self.unless:
            answer = re.sub(rf"\b{re.escape(words)}\b", " ", answer, flags=re.IGNORECASE)
        return any(found_term(answer, term) for term in self.words)


@dataclass(frozen=True, slots=True)
class TooMuch:
    """Words that say more than the sentence did, and what to answer to them."""

    words: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class RewriteKey(Key):
    """rewrite: the sentence, the terms that have to go, what has to stay, what would be too much, and model answers."""

    sentence: str
    gone: tuple[str, ...]
    keep: tuple[ThingToKeep, ...]
    too_much: tuple[TooMuch, ...]
    models: tuple[str, ...]

    to_do = "Write the sentence in plain words."
    shown: ClassVar = {"sentence": ()}

    @classmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        sentence = table.words("sentence")
        if sealed:
            return cls(sentence, (), (), (), ())
        keep = table.read_tables("keep", _thing_to_keep, least=1)
        too_much = table.read_tables("too_much", lambda each: TooMuch(each.several("words"), each.words("message")))
        gone = table.several("gone", example='["let go"]')
        models = table.several("models", example='["The firm dismissed 40 people."]')
        if not gone or not models:
            raise table.wrong("gone and models need at least one entry each: what has to go, and one good answer")
        if not any(each.plain for each in keep):
            raise table.wrong(
                "none of its [[question.keep]] has plain = true. Add it to the one that says what the soft words stand "
                "for, or else deleting them earns points"
            )
        if text:
            text.place(sentence, table)
        return cls(sentence, gone, keep, too_much, models)

    def secrets(self, text: str) -> tuple[str, ...]:
        return self.models

    def parse_answer(self, question: Question, answer: object) -> str:
        words = text_in(answer)
        if not words:
            raise UnreadableError("There are no words in it yet. Write the sentence in plain words.")
        return words

    def progress(self, answer: str) -> tuple[list[str], list[tuple[str, bool]]]:
        """How far a rewrite has come: the soft words that are still there, and of each thing to keep whether it is
        there."""
        still = [found for term in self.gone if (found := found_term(answer, term))]
        return still, [(each.what, each.is_in(answer)) for each in self.keep]

    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """Nothing as long as the term is still there, or is gone with nothing plain in its place, or far too much is
        written. Then every thing that has to be kept earns its share, and whatever is invented (a figure, a name, words
        that say too much) takes one share away."""
        said = self.parse_answer(question, answer)
        still, kept = self.progress(said)
        if still:
            lines = [f"It still says “{term}”. Put plain words in its place." for term in still]
            return ScoredAnswer(Fraction(0), tuple(lines))
        dropped = [each.what for each, (_, is_there) in zip(self.keep, kept, strict=True) if each.plain > is_there]
        if dropped:
            return ScoredAnswer(Fraction(0), (f"The soft words are gone, but now nothing says {dropped[0]}.",))
        if self._is_too_long(said):
            too_long = "It’s more than twice as long as the original. Say what that says and no more."
            return ScoredAnswer(Fraction(0), (too_long,))
        wrong = [each.message for each in self.too_much if any(found_term(said, term) for term in each.words)]
        wrong += self._invented(said, question.text)
        missing = [what for what, is_there in kept if not is_there]
        lines = [f"The soft words are gone. Still missing: {', '.join(missing)}."] if missing else []
        lines += wrong
        if not lines:
            lines = ["The soft words are gone, and nothing has been lost."]
        part = Fraction(len(self.keep) - len(missing) - len(wrong), len(self.keep))
        return ScoredAnswer(max(part, Fraction(0)), tuple(lines))

    def _invented(self, said: str, article: str) -> list[str]:
        """Figures and names that are neither in the sentence nor around it."""
        known = " ".join((self.sentence, article, *self.models, *(words for each in self.keep for words in each.words)))
        lines = [
            f"“{words}” is new: the original sentence doesn’t say it."
            for words in dict.fromkeys((*FIGURE.findall(said), *NAME.findall(said)))
            if not re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)", known, re.IGNORECASE)
        ]
        return lines

    def _is_too_long(self, said: str) -> bool:
        longest = max(len(text.split()) for text in (self.sentence, *self.models))
        return len(said.split()) > 2 * longest + 5

    def model_answer(self, question: Question) -> str:
        return self.models[0]

    def at_last(self) -> str:
        return f"For example: “{self.models[0]}”"

    def key_in_words(self, question: Question) -> tuple[str, ...]:
        return self.models

    def choices(self) -> Iterator[str]:
        yield f"    {self.sentence}"

    def control(self, question: Question) -> ControlPlan:
        sentence = "" if self.sentence in question.prompt else self.sentence
        report = None if question.feedback == "shape" else self.report
        return ControlPlan("entry", {"kind": "rewrite", "sentence": sentence, "report": report})

    def report(self, answer: str) -> list[dict[str, Any]]:
        """What is kept and what is lost, while one writes."""
        try:
            still, kept = self.progress(text_in(answer))
        except UnreadableError as error:
            return [{"words": str(error), "good": False}]
        lines = [{"words": f"still there: “{words}”", "good": False} for words in still]
        for what, is_there in sorted(kept, key=lambda each: not each[1]):
            lines.append({"words": f"{'kept' if is_there else 'not there yet'}: {what}", "good": is_there})
        return lines


def _thing_to_keep(table: Table) -> ThingToKeep:
    words = table.several("words", example='["40", "forty"]')
    if not words:
        raise table.wrong("words is empty. Say which words show that this was kept")
    what = table.words("what", example='"who did it"')
    return ThingToKeep(what, words, table.flag("plain"), table.several("unless", ()))


@lru_cache(maxsize=16)
def words_of(text: str) -> Words:
    """The words of a text. No part of speech is asked for here, so no tagger has to be waited for."""
    from kit.text import tokens  # only here: it brings lists of words, and most units have no sentence to rewrite

    return tokens.tokenize(text)


def found_term(text: str, term: str) -> str:
    """The words with which a term stands in a text, in any of its forms; empty if it does not."""
    words = words_of(text)
    for match in matcher(term).find(words, [(0, len(words))] if len(words) else []):
        return " … ".join(text[start:end] for start, end in match.spans(words))
    return ""


@lru_cache(maxsize=1000)
def matcher(term: str) -> Matcher[str]:
    """Finds a term in all its inflections; a verb and its particle may stand apart ("let 40 people go")."""
    from kit.language.matcher import Matcher, Pattern
    from kit.language.ways_to_write import PARTS_OF_SPEECH, ways_to_write

    apart = len(term.split()) > 1
    ways = {way for pos in PARTS_OF_SPEECH for way, _ in ways_to_write(term, pos, gap=apart and pos == "verb")}
    plain = tuple(part for word in term.lower().translate(APOSTROPHES).split() for part in word.split("-"))
    return Matcher(Pattern(way, "term", term) for way in sorted(ways | {plain}))
