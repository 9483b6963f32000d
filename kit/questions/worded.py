"""The keys of questions that are answered in words of one's own, read from the bank."""

from __future__ import annotations

from kit.questions.points import Points
from kit.questions.question import Criterion, Kept, OpenKey, RewriteKey, TooMuch
from kit.questions.quoting import Quoted
from kit.toml import Table


def rewrite(table: Table, quoted: Quoted | None) -> RewriteKey:
    """A sentence to put plainly. Its model answers are marked when the bank is checked, and have to earn all points."""
    keep = []
    for each in table.tables("keep", least=1):
        keep.append(Kept(each.words("what", example='"who did it"'), each.several("words", example='["40", "forty"]')))
        each.done()
        if not keep[-1].words:
            raise each.wrong("words is empty. Say which words show that this was kept")
    too_much = []
    for each in table.tables("too_much"):
        too_much.append(TooMuch(each.several("words"), each.words("message")))
        each.done()
    gone = table.several("gone", example='["let go"]')
    models = table.several("models", example='["The firm dismissed 40 people."]')
    if not gone or not models:
        raise table.wrong("gone and models need at least one entry each: what has to go, and one good answer")
    sentence = table.words("sentence")
    if quoted:
        quoted.place(sentence, table)
    return RewriteKey(sentence, gone, tuple(keep), tuple(too_much), models)


def opened(table: Table) -> OpenKey:
    """Prose, with the rubric that a person marks it by."""
    rubric = []
    for each in table.tables("rubric", least=1):
        rubric.append(Criterion(Points(each.exact("points")), each.words("what")))
        each.done()
    least, most = table.whole("least", 1, least=1), table.whole("most", 300, least=1)
    if least > most:
        raise table.wrong(f"least is {least} and most is {most}. Put the smaller number of words under least")
    return OpenKey(least, most, tuple(rubric), table.words("model"))
