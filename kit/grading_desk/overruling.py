"""Any mark at the desk: see an answer as the kit marked it, and give other points with a reason."""

from __future__ import annotations

from fractions import Fraction

import ipywidgets as widgets

from kit.errors import KitError
from kit.grading.pupil_results import AnswerResult
from kit.grading_desk.class_folder import ClassFolder, ClassNow
from kit.grading_desk.panels import PickList, PointsPicker, Status, button, fragment, name_of, option
from kit.questions.points import Points, points_in_words


class MarksPanel(widgets.VBox):
    """Choose a pupil and a question; the mark of the kit is shown with the answer, and can be overruled."""

    def __init__(self, folder: ClassFolder, status: Status):
        self._folder, self._status = folder, status
        self._now: ClassNow | None = None
        self._points: Fraction | None = None
        self._shown: tuple[str, AnswerResult] | None = None
        self._pupil = PickList("Pupil", self._list_questions)
        self._question = PickList("Question", self._show_answer)
        self._answer = widgets.VBox()
        self._reason = widgets.Textarea(description="Reason", placeholder="The pupil reads it", continuous_update=False)
        super().__init__([widgets.HBox([self._pupil, self._question]), self._answer])

    def show(self, now: ClassNow, anonymous: bool) -> None:
        """Show a class; the pupil and the question that are open stay open."""
        same = self._now is not None and self._now.results == now.results
        self._now = now
        self._pupil.offer([(name_of(each, anonymous), each.key) for each in now.pupils])
        if not same:
            self._list_questions()

    def _answers(self) -> list[AnswerResult]:
        results = self._now.results if self._now else ()
        result = next((each for each in results if each.pupil.key == self._pupil.value), None)
        return [a for unit in result.units for a in unit.answers if a.marked] if result else []

    def _list_questions(self) -> None:
        self._question.offer([(self._in_words(each), each.question.id) for each in self._answers()])
        self._show_answer()

    def _in_words(self, answer: AnswerResult) -> str:
        most = answer.question.points
        got = "to read" if answer.waits else f"{Points(answer.points)} of {most}"
        return option(f"{answer.question.id} · {got}{' · by hand' if answer.override else ''}")

    def _show_answer(self) -> None:
        answer = next((each for each in self._answers() if each.question.id == self._question.value), None)
        shown = (self._pupil.value, answer) if answer else None
        if shown and shown == self._shown:
            return  # the class has changed elsewhere: what is being typed here stays
        self._shown = shown
        if answer is None:
            self._answer.children = [fragment("nothing", words="No answer has come in yet.")]
            return
        self._points = answer.override.points if answer.override else None
        self._reason.value = answer.override.comment if answer.override else ""
        picker = PointsPicker(answer.question.points, self._points, self._choose, self._status)
        buttons = [button("Overrule the mark", lambda: self._give(answer), self._status, primary=True)]
        if answer.override:
            buttons.append(button("Back to the kit’s mark", lambda: self._take_back(answer), self._status))
        self._answer.children = [fragment("mark", answer=answer), picker, self._reason, widgets.HBox(buttons)]

    def _choose(self, points: Fraction) -> None:
        self._points = points

    def _give(self, answer: AnswerResult) -> None:
        if self._points is None:
            raise KitError("choose the points first.")
        if not self._reason.value.strip():
            raise KitError("write a reason first: the pupil reads it beside the points.")
        self._folder.give(self._pupil.value, answer.question, self._points, self._reason.value)
        said = f"{answer.question.id} now has {points_in_words(self._points)}, given by you."
        self._show_anew(said)

    def _take_back(self, answer: AnswerResult) -> None:
        self._folder.take_back(self._pupil.value, answer.question)
        self._show_anew(f"The kit’s mark for {answer.question.id} counts again.")

    def _show_anew(self, said: str) -> None:
        self._now = self._folder.now()
        self._list_questions()
        self._status.say(said)
