"""What the finders know of an article before they ask their own question: worked out once, and handed on."""

from kit.reading.index import NOBODY_NAMED, ArticleIndex
from kit.reading.people import Person
from kit.reading.sentences import IndexedSentence

__all__ = ["NOBODY_NAMED", "ArticleIndex", "IndexedSentence", "Person"]
