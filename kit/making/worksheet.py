"""A unit as a worksheet to print: one page of HTML that needs nothing else, with room to write, or with the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from kit.library import facts_of, text_of
from kit.making.wording import key_in_words, why_not
from kit.questions.points import counted
from kit.questions.question import (
    LevelsKey,
    Named,
    NumberKey,
    OpenKey,
    OptionsKey,
    PairsKey,
    Question,
    RewriteKey,
    SpansKey,
    Unit,
)
from kit.text import Span
from kit.views.prose import prose, prose_in_line

BOX = '<span class="box"></span>'
WORDS_IN_A_LINE = 9  # of handwriting
LONG = 1500  # characters of a text from which a task may go over the end of a page


def worksheet(unit: Unit, answers: bool = False) -> str:
    """The worksheet of a unit as a page of HTML. With `answers` each task has its answer and the reason below it."""
    what = "worksheet, with answers" if answers else "worksheet"
    number = f"{unit.number} · " if unit.number.isdecimal() else ""
    heading = f"{escape(number + unit.title)} <small>({what})</small>"
    body = [f"<h1>{heading}</h1>"]
    if unit.about:
        body.append(f"<div>{prose(unit.about)}</div>")
    body.append(f"<p>About {unit.minutes} minutes, {counted(unit.points)}.</p>")
    if not answers:
        body.append('<div class="who">Name <span></span> Date <span></span></div>')
    printed: dict[tuple[str, Span | None], str] = {}  # each text, and the task that it stands with
    for question in unit.questions:
        body += task(question, printed, answers)
    body.append(
        "<footer>Who Says So? The texts are made for teaching; what is invented in them, each one says.</footer>"
    )
    css = files("kit.making").joinpath("worksheet.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(unit.title)} ({what})</title>\n"
        '<meta name="viewport" content="width=device-width">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<style>\n{css}</style>\n</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def task(question: Question, printed: dict[tuple[str, Span | None], str], answers: bool) -> Iterator[str]:
    """One task: what is asked, the texts it is about unless they stand above, and room for the answer."""
    texts = [(question.article, question.passage)] if question.article else []
    texts += [(name, None) for name in question.beside]
    long = sum(len(words_of(*each)) for each in texts if each not in printed) > LONG
    yield '<section class="long">' if long else "<section>"
    minutes = f"{question.minutes} minute{'' if question.minutes == 1 else 's'}"
    yield f'<h2>Task {escape(question.id)}</h2><span class="worth">{minutes}, {counted(question.points)}</span>'
    yield prose(question.prompt)
    for each in texts:
        if each in printed:
            title = escape(str(facts_of(each[0])["title"]), quote=False)
            yield f"<p>“{title}”: the text stands with task {escape(printed[each])}.</p>"
        else:
            printed[each] = question.id
            yield from text(*each)
    yield from answered(question) if answers else room(question)
    yield "</section>"


def words_of(name: str, span: Span | None) -> str:
    whole = text_of(name)
    return whole[slice(*span)] if span else whole


def text(name: str, span: Span | None) -> Iterator[str]:
    """A text, or a part of it, in a frame."""
    title = facts_of(name)["title"]
    yield f'<div class="text" role="region" aria-label="Text: {escape(title)}">'
    for paragraph in re.split(r"\n\s*\n", words_of(name, span)):
        if paragraph.strip():
            yield f"<p>{escape(paragraph.strip(), quote=False)}</p>"
    yield "</div>"


def room(question: Question) -> Iterator[str]:
    """Where to write the answer."""
    match question.key:
        case OptionsKey(options=options):
            if question.kind == "choices":
                yield "<p>Tick all that are right. It may be none.</p>"
            yield '<ul class="boxes">'
            yield from (f"<li>{BOX}{each.id}) {prose_in_line(each.text)}</li>" for each in options)
            yield "</ul>"
        case NumberKey(units=units):
            yield f"<p>Answer: ______________ {escape(units[0]) if units else ''}</p>" + lines(2)
        case SpansKey(labels=labels):
            yield "<p>Mark the words in the text" + (by_label(labels) if len(labels) > 1 else ".") + "</p>"
            yield f"<p>{BOX}There is nothing to mark.</p>"
        case LevelsKey(steps=steps, cards=cards):
            head = "".join(f"<th scope='col'>{escape(step.name)}</th>" for step in steps)
            yield f"<table><tr><td></td>{head}</tr>"
            for card in cards:
                ticks = f'<td class="tick">{BOX}</td>' * len(steps)
                yield f"<tr><td>{card.id}) {prose_in_line(card.text)}</td>{ticks}</tr>"
            yield "</table>"
        case PairsKey(verdicts=verdicts):
            names = " · ".join(escape(verdict.name) for verdict in verdicts)
            yield f"<p>Join two passages in the text by a line, number it, and write beside it one of: {names}.</p>"
            yield lines(3) + f"<p>{BOX}There is nothing to join.</p>"
        case RewriteKey(sentence=sentence):
            if sentence not in question.prompt:
                yield f"<blockquote>{escape(sentence, quote=False)}</blockquote>"
            yield lines(3)
        case OpenKey(least=least, most=most, rubric=rubric):
            yield f"<p>{least} to {most} words. Points are given for this:</p><ul>"
            yield from (f"<li>{counted(line.points)}: {prose_in_line(line.what)}</li>" for line in rubric)
            yield "</ul>" + lines(min(most // WORDS_IN_A_LINE + 1, 40))


def by_label(labels: tuple[Named, ...]) -> str:
    """How to tell labels apart with a pencil."""
    return ", and write above each what it is: " + ", ".join(escape(label.name) for label in labels) + "."


def lines(count: int) -> str:
    return f'<div class="lines">{"<div></div>" * count}</div>'


def answered(question: Question) -> Iterator[str]:
    """The answer, the reason, the rule, and what is wrong with the wrong ones."""
    if question.sealed:
        yield '<p class="answer">This is a question of a test. Whoever set it has the answer.</p>'
        return
    yield '<div class="answer">'
    yield "<p><strong>Answer</strong></p><ul>"
    yield from (f"<li>{prose_in_line(line)}</li>" for line in key_in_words(question))
    yield f"</ul><div><strong>Why.</strong> {prose(question.explanation)}</div>"
    if question.rule:
        yield f"<blockquote>{prose_in_line(question.rule)} ({escape(question.rule_by)})</blockquote>"
    wrong = list(why_not(question))
    if wrong:
        yield (
            "<p><strong>Why not</strong></p><ul>"
            + "".join(f"<li>{prose_in_line(line)}</li>" for line in wrong)
            + "</ul>"
        )
    yield "</div>"
