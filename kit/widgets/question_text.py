"""What stands around a control, in words: the question above it, what a check says, and the question in plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kit.library import text_of
from kit.questions.check_result import CheckResult
from kit.questions.points import points_in_words
from kit.questions.question import Question
from kit.text import Article, Span, read_text
from kit.views.control_characters import showable
from kit.views.palette import custom_properties
from kit.views.prose import prose, prose_in_line
from kit.views.rendering import render, stylesheet
from kit.widgets.control_factory import article_of
from kit.widgets.pickable_text import cut_into_words

SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "unanswered": "…", "unreadable": "⚠", "by hand": "✎", "kept": ""}
ASLEEP = "If you see nothing to click here, run this cell with Shift+Enter. What you did before is saved."


def head(question: Question, prompt: bool = True) -> str:
    """The question as it stands above its control: what it is worth and the prompt, unless they stand elsewhere
    already, and the text it is about."""
    shows_text = question.article and not question.key.text_in_control
    about = reading(article_of(question), question.shown_part) if shows_text else None
    beside = [{"name": name, **reading(read_text(text_of(name)))} for name in question.beside]
    stands = {"id": question.id, "worth": worth(question)}
    return str(render("question.html", "head", stands, prose(question.prompt) if prompt else None, about, beside))


def asked_plainly(question: Question) -> str:
    """What is asked, as the name of a group of options: without asterisks, on one line."""
    return " ".join(showable(question.prompt).replace("*", "").split())


def worth(question: Question) -> str:
    minutes = f"{question.minutes} minute{'' if question.minutes == 1 else 's'}"
    return f"{points_in_words(question.points)}, about {minutes}"


def reading(article: Article, within: Span | None = None) -> dict[str, Any]:
    """A text to read, or a part of it: its title and its paragraphs."""
    title = showable(article[article.title]) if article.title else ""
    return {"title": title, "paragraphs": cut_into_words(article, within).paragraphs}


def result_as_html(result: CheckResult) -> str:
    """What a check says, as HTML: the points, what is right and what is not, a hint, the explanation."""
    prose_parts = [prose_in_line(words) if words else "" for words in (result.hint, result.explanation)]
    return str(render("question.html", "result", SIGNS[result.state], result, *prose_parts))


def sentence(words: str) -> str:
    return str(render("question.html", "sentence", words))


def asleep(boxes: bool = False) -> str:
    """What a saved notebook shows until its cell is run: hidden where the control is there. With it comes the look of
    `boxes` of ipywidgets."""
    style = custom_properties(".kit-boxes") + stylesheet("boxes.css") if boxes else ""
    return str(render("question.html", "asleep", ASLEEP, style))


def plain(question: Question) -> str:
    """The question in plain text, for where there is nothing to click, with the way to type an answer."""
    return "\n".join(plain_lines(question))


def plain_lines(question: Question) -> Iterator[str]:
    yield f"Question {question.id} ({worth(question)})"
    yield showable(question.prompt)
    if question.article:
        article = article_of(question)
        yield ""
        for each in cut_into_words(article, question.shown_part).paragraphs:
            yield "    " + "".join(each["parts"])
        yield ""
    for name in question.beside:
        yield f'To have beside it: print(articles("{name}").text)'
    yield from map(showable, question.key.choices())
    yield "In JupyterLab this is answered with the mouse or the keyboard. To type the answer instead:"
    yield f"    check({json.dumps(question.id)}, {question.key.example()})"
    if question.key.nothing_typed:
        yield f"If there is nothing {question.key.nothing_typed}: check({json.dumps(question.id)}, [])"
