"""What TextBlob's scores for feeling say about the sentences of a text: `show_feelings`."""

from __future__ import annotations

from kit.text import Article, Span
from kit.text.sentiment import sentiment
from kit.views.shared_wording import checked_article, headline, one_line
from kit.views.sheet import Sheet

SENTENCES_AT_AN_END = 3  # sentences at either end
HEAD = ("Sentence", "Feeling", "Opinion", "Words that count")
NOTE = (
    "Feeling (“polarity”) goes from −1 (unpleasant) to +1 (pleasant), opinion (“subjectivity”) from 0 to 1. The "
    "program looks its words up in a list and takes the average. The whole text: {whole}."
)


def show_feelings(article: Article | None = None) -> Sheet:
    """The sentences of a text that TextBlob finds most unpleasant and most pleasant, with the words that it counts.

    Takes an article; gives a table with up to three sentences of either kind. Raises KitError, in a sentence, if it
    is given something else.
    """
    article = checked_article("show_feelings", article)
    title = f"Scores for feeling: {headline(article)}" if headline(article) else "Scores for feeling"
    scored = [(each, score) for each in article.sentences if (score := sentiment(article[each])).polarity]
    if not scored:
        return Sheet(title, "None of the words of this text is in TextBlob’s list, so every sentence scores 0.")
    ranked = sorted(scored, key=lambda pair: (pair[1].polarity, pair[0]))
    low = [pair for pair in ranked[:SENTENCES_AT_AN_END] if pair[1].polarity < 0]
    high = [pair for pair in ranked[-SENTENCES_AT_AN_END:] if pair[1].polarity > 0]
    whole = sentiment(article.text)
    rows = tuple(
        (
            one_line(article[each]),
            signed(score.polarity),
            f"{score.subjectivity:.1f}",
            counted_words(article, each),
        )
        for each, score in [*low, *high]
    )
    scores = f"feeling {signed(whole.polarity)}, opinion {whole.subjectivity:.1f}"
    return Sheet(title, NOTE.format(whole=scores), HEAD, rows, (52, 12, 12, 24))


def counted_words(article: Article, sentence: Span) -> str:
    """The words of a sentence that the list has, each with its score."""
    parts = sentiment(article[sentence]).counted
    return ", ".join(f"{' '.join(words)} ({signed(polarity)})" for words, polarity, _ in parts if polarity)


def signed(score: float) -> str:
    """A score with its sign: "+0.5", "−0.5", "0"."""
    rounded = f"{abs(score):.1f}"
    if rounded == "0.0":
        return "0"
    return f"{'+' if score > 0 else '−'}{rounded}"
