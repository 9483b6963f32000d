"""`ask("1.3")`: a question with the control that fits it. No programming is needed to answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets
from IPython.core.getipython import get_ipython

from kit.questions import bank
from kit.questions.answers import Answers
from kit.questions.check import check_kept
from kit.questions.errors import QuestionError
from kit.questions.question import Question
from kit.widgets import control_factory, question_text
from kit.widgets.awake import show_awake, tell_awake
from kit.widgets.control import NotKeptError
from kit.widgets.slips import tell_slips

# The first cell of every lesson and exercise asks for `ask`.
tell_slips()
tell_awake()


class Asked:
    """A question that is being asked. A notebook shows it with its control, anything else as plain text.

    `control` holds the answer; every change of it is kept at once in the answers of the course.
    """

    def __init__(self, question: Question, answers: Answers) -> None:
        self.question = question
        self.answers = answers
        self._kept: Any = None  # what was kept when the control last knew of it
        self.control = control_factory.control_for(
            question,
            name=f"Question {question.id}: your answer",
            asks=question_text.asked_plainly(question),
            keep=self._keep,
            check=self._check,
        )
        self.head = ipywidgets.HTML(question_text.head(question))
        self.box = ipywidgets.VBox([self.head, self.control])
        self.box.add_class("kit-ask")

    def restore(self) -> None:
        """Show the answer that is kept."""
        self._kept = answer = self._answer_kept()
        shown = control_factory.as_shown(self.question, answer)
        self.control.show(shown)
        self.control.judged, self.control.result = [], {}
        where = f"Saved in {self.answers.place}." if shown is not None else ""
        if answer is not None and shown is None:
            where = f"What is saved in {self.answers.place} can’t be shown here. It stays there until you answer again."
        self.control.note = " ".join(filter(None, (self.answers.notice, where)))

    def _keep(self, answer: Any) -> str:
        try:
            if answer is not None or self.answers.kept(self.question.id):
                self._kept = self.answers.keep(self.question.id, answer).answer
        except QuestionError as error:
            raise NotKeptError(str(error)) from None
        where = "Your answer is open again." if answer is None else f"Saved in {self.answers.place}."
        return " ".join(filter(None, (self.answers.notice, where)))

    def _answer_kept(self) -> Any:
        kept = self.answers.kept(self.question.id)
        return kept.answer if kept else None

    def _check(self) -> dict[str, Any]:
        """What is checked is what stands in the control, also if it could not be kept, or was changed elsewhere."""
        try:
            if self.control.trouble or (self.control.answer is not None and self._answer_kept() != self._kept):
                self.control.keep_now()
            if self.control.trouble:
                return {"state": "unreadable", "told": question_text.sentence(self.control.note)}
            result = check_kept(self.question, self.answers)
        except QuestionError as error:
            return {"state": "unreadable", "told": question_text.sentence(str(error))}
        judged = control_factory.judged(self.question, self.control, result)
        return {"state": result.state, "told": question_text.result_as_html(result), "judged": judged}

    def __repr__(self) -> str:
        return question_text.plain(self.question)

    def _ipython_display_(self) -> None:
        """Show the control where there is a page to show it on; saved, the notebook has the question in words."""
        shell = get_ipython()
        if shell is None or getattr(shell, "kernel", None) is None:
            print(repr(self))
            return
        show_awake(self.box, repr(self))


# The questions that are being asked here: to ask again shows the same control, so that two windows never disagree.
_open: dict[tuple[Path, str], Asked] = {}


def ask(question: str = "", prompt: bool = True) -> Asked:
    """Show a question with the control that fits it: a text to mark in, a ladder, options, a box to write in.

    Takes the number of a question ("1.3"). The answer is kept in the folder `answers` of the course from the first
    click on, and shown again wherever the question is asked again, after a restart too. With `prompt=False` what is
    asked is left out, for a notebook that says it in the cell above. Raises KitError, in a sentence, if there is no
    such question or the answers can't be read.

    >>> from kit import ask
    >>> print(ask("1.2").question.prompt[:38])
    Why are washing machines selling badly
    """
    asked = bank.question(question)
    answers = Answers(asked.unit)
    place = (answers.file, asked.id)
    there = _open.get(place)
    if there is None or there.question != asked or there.control.comm is None:
        there = _open[place] = Asked(asked, answers)
    there.head.value = question_text.head(asked, prompt)
    there.restore()
    return there
