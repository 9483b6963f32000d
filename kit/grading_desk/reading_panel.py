"""Open answers at the desk: the question with its rubric on one side, the answers beside each other on the other."""

from __future__ import annotations

from fractions import Fraction

import ipywidgets as widgets

from kit.errors import KitError, counted
from kit.grading.pupil_results import AnswerResult
from kit.grading.records import Pupil
from kit.grading_desk.class_folder import ClassFolder, ClassNow, words_of
from kit.grading_desk.panels import PickList, PointsPicker, Status, button, fragment, name_of, option
from kit.questions.points import points_in_words
from kit.questions.question import Question

CARDS = 6  # answers beside each other
MAX_TEXTS = 2  # of a pupil's own that are offered to read
AGAIN = "Use an earlier comment"


class ReadingPanel(widgets.VBox):
    """Choose a question, read its answers, give points and a comment to each. All of it is kept as it is given."""

    def __init__(self, folder: ClassFolder, changed: Status):
        self._folder, self._status = folder, changed
        self._now: ClassNow | None = None
        self._queue: list[str] = []  # whose answers are read, in this order: it stays as it is while they get points
        self._page, self._anonymous = 0, False
        self._which = PickList("Question", lambda: self._begin(anew=True))
        self._only_waiting = widgets.Checkbox(description="Only those still to read", value=True, indent=False)
        self._aside, self._cards, self._pages = widgets.VBox(), widgets.Box(), widgets.HBox()
        self._only_waiting.observe(lambda _: self._begin(anew=True), "value")
        self._aside.add_class("kit-rubric")
        self._cards.add_class("kit-cards")
        beside = widgets.Box([self._aside, widgets.VBox([self._cards, self._pages])])
        beside.add_class("kit-beside")
        super().__init__([widgets.HBox([self._which, self._only_waiting]), beside])

    def show(self, now: ClassNow, anonymous: bool) -> None:
        """Show a class. The answers that somebody is marking stay where they are."""
        turned, self._anonymous, self._now = anonymous != self._anonymous, anonymous, now
        self._which.offer([(self._in_words(each), each.id) for each in now.open_questions()])
        if not self._queue:
            self._begin()
            return
        self._queue += [key for key in self._wanted() if key not in self._queue]
        self._draw(self._page) if turned else self._write_pages()

    def _in_words(self, question: Question) -> str:
        assert self._now is not None
        waiting = sum(answer.waits for _, answer in self._now.open_answers(question))
        return option(f"{question.id} · " + (f"{waiting} to read" if waiting else "all read"))

    def _question(self) -> Question | None:
        questions = self._now.open_questions() if self._now else []
        return next((each for each in questions if each.id == self._which.value), None)

    def _wanted(self) -> list[str]:
        """Whose answers are to be read."""
        question = self._question()
        if self._now is None or question is None:
            return []
        answers = self._now.open_answers(question)
        return [pupil.key for pupil, answer in answers if answer.waits or not self._only_waiting.value]

    def _begin(self, anew: bool = False) -> None:
        """Read the answers to a question from the first on."""
        if anew:
            self._now = self._folder.now()
        self._queue = self._wanted()
        self._draw(0)

    def _turn_to(self, page: int) -> None:
        """Show other answers, with what was given to them since."""
        self._now = self._folder.now()
        self._draw(page)

    def _draw(self, page: int) -> None:
        """Show so many answers beside each other."""
        question = self._question()
        if self._now is None or question is None:
            self._aside.children = self._pages.children = ()
            self._cards.children = [fragment("nothing", words="No open answer has come in yet.")]
            return
        self._page = page
        here = set(self._queue[page * CARDS : (page + 1) * CARDS])
        comments = self._folder.comments(question)
        answers = [each for each in self._now.open_answers(question) if each[0].key in here]
        self._aside.children = [fragment("question", question=question)]
        self._cards.children = [self._card(question, *each, comments) for each in answers] or [
            fragment("nothing", words="Every answer to this question has points.")
        ]
        self._write_pages()

    def _write_pages(self) -> None:
        """The buttons that lead to other answers."""
        last = max(0, (len(self._queue) - 1) // CARDS)
        before = button("Earlier answers", lambda: self._turn_to(self._page - 1), self._status)
        after = button("Next answers", lambda: self._turn_to(self._page + 1), self._status, primary=True)
        before.disabled, after.disabled = self._page == 0, self._page >= last
        self._pages.children = [before, after]

    def _card(self, question: Question, pupil: Pupil, answer: AnswerResult, comments: list[str]) -> widgets.VBox:
        """One answer with what is given to it."""
        said = Status()
        given = answer.override
        comment = widgets.Textarea(
            value=given.comment if given else "",
            description="Comment",
            placeholder="The pupil reads it",
            continuous_update=False,
        )
        again = widgets.Dropdown(options=[AGAIN, *map(option, comments)], description="Again")
        again.layout.display = None if comments else "none"
        points: Fraction | None = given.points if given else None

        def keep(chosen: Fraction | None) -> None:
            nonlocal points
            if chosen is None:
                raise KitError("give points too: a comment is saved together with them.")
            self._folder.give(pupil.key, question, chosen, comment.value)
            points = chosen
            said.say(f"Saved: {points_in_words(chosen)}.")
            self._status.say("")

        def use(change: dict[str, object]) -> None:
            if again.index:
                comment.value = comments[again.index - 1]

        comment.observe(lambda _: said.doing(lambda: keep(points)), "value")
        again.observe(use, "index")
        texts = self._folder.texts(pupil.key, MAX_TEXTS) if not question.article else []
        words = fragment(
            "answer", name=name_of(pupil, self._anonymous), words=words_of(answer), texts=texts, counted=counted
        )
        picker = PointsPicker(question.points, points, keep, said)
        card = widgets.VBox([words, picker, comment, again, said])
        card.add_class("kit-card")
        return card
