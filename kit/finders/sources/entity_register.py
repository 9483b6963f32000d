"""Who is who: mentions of one person or body traced back to one entity, in the order of the text."""

from __future__ import annotations

from kit.finders.sources.antecedent import HEAD_START, antecedent, only_doer
from kit.finders.sources.entity import Entity, Resolved, initials, same_person, says_who
from kit.finders.sources.noun_phrase import LOOSE
from kit.finders.sources.phrase import NounPhrase
from kit.finders.sources.source_lists import source_lists
from kit.finding import Level

MAX_MENTIONS_BACK = 40  # mentions a pronoun or "the official" looks back over
THEIR_OWN = ("his", "her")
ONE_OF = {"one", "another", "second", "third", "other", "separate"}
RUNNING = {"candidate", "nominee"}
SHORT_TITLES = {"gov", "prof", "rep", "sen"}
SMALL = {"the", "of", "and", "for", "a", "an", "'s", "&", "in", "on"}


class EntityRegister:
    """The register of one article."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.recent: list[Entity] = []
        self.surnames: dict[str, list[Entity]] = {}
        self.bodies: dict[str, Entity] = {}
        self.short: dict[str, Entity] = {}  # bodies by the last word of a long name, and by its initials
        self.heads: dict[str, list[Entity]] = {}
        self.clock = 0
        self.sentence = self.sentence_before = 0  # the clock when this sentence began, and the one before it

    def next_sentence(self) -> None:
        """The mentions that follow stand in another sentence."""
        self.sentence_before, self.sentence = self.sentence, self.clock

    def add(
        self,
        phrase: NounPhrase,
        label: str,
        subject: bool,
        is_source: bool,
        apposed: bool = False,
        headline: bool = False,
    ) -> Resolved:
        """Trace a phrase back to its entity, or make a new one."""
        self.clock += 1
        before = self.recent[-1] if self.recent else None
        if apposed and not is_source and before and before.last == self.clock - 1 and says_who(phrase, before):
            before.words.add(phrase.head)
            before.last = self.clock
            if before.kind == "person" and before.mentions == 1:
                self._now_named(before, {phrase.head})
            return Resolved(before, before.level, False)
        if phrase.kind == "person":
            found = self._person(phrase, label)
        elif phrase.kind == "pronoun":
            found = self._pronoun(phrase, label, is_source)
        elif phrase.kind in ("body", "document"):
            found = self._body(phrase, label)
        elif phrase.kind in ("role", "people"):
            found = self._role(phrase, label)
        else:
            found = Resolved(self._new(phrase, "other", label), "other", False)
        entity = found.entity
        entity.headline = entity.headline or (headline and entity.mentions == 0)
        entity.last = self.clock
        entity.mentions += 1
        entity.acted = self.clock if subject or is_source else entity.acted
        entity.spoke = self.clock if is_source else entity.spoke
        entity.is_source = entity.is_source or is_source
        if phrase.titles or phrase.posts:
            entity.words.update(phrase.titles, phrase.posts)
        if self.recent and self.recent[-1] is entity:
            return found
        self.recent.append(entity)
        if len(self.recent) > 4 * MAX_MENTIONS_BACK:
            del self.recent[: 2 * MAX_MENTIONS_BACK]
        return found

    # ---- making -------------------------------------------------------------------------------------------------

    def _new(self, phrase: NounPhrase, level: Level, label: str) -> Entity:
        plural = phrase.plural or phrase.who == "they"
        entity = Entity(len(self.entities), phrase.kind, level, phrase.name, label, phrase.who, plural)
        self.entities.append(entity)
        if phrase.head:
            entity.words.add(phrase.head)
        return entity

    def _by_head(self, entity: Entity, head: str) -> None:
        self.heads.setdefault(head, []).append(entity)

    # ---- persons ------------------------------------------------------------------------------------------------

    def _person(self, phrase: NounPhrase, label: str) -> Resolved:
        name = tuple(w for w in phrase.name if w.lower().rstrip(".") not in ("jr", "sr", "ii", "iii"))
        name = name or phrase.name
        key = name[-1].lower()
        known = self.surnames.get(key, [])[-MAX_MENTIONS_BACK:]
        who = phrase.who if len(name) > 1 or phrase.titles else ""  # the surname Scott is no man's first name
        for entity in reversed(known):
            if same_person(entity, name, who):
                if len(name) > len(entity.name):
                    entity.name, entity.label = name, label
                entity.who = entity.who or phrase.who
                others = [e for e in known if e is not entity and same_person(e, name, who)]
                return Resolved(entity, "named_person", bool(others) and len(name) == 1)
        body = None if phrase.titles else self.bodies.get(" ".join(name).lower())
        if body and len(name) > 1:
            return Resolved(body, "named_organisation", False)
        if len(name) == 1 and not phrase.titles:
            for entity in reversed(self.recent[-MAX_MENTIONS_BACK:]):
                if entity.kind == "person" and entity.name and entity.name[0].lower() == key:
                    return Resolved(entity, "named_person", True)
            if body:
                return Resolved(body, "named_organisation", True)
        entity = self._new(phrase, "named_person", label)
        entity.name = name
        self.surnames.setdefault(key, []).append(entity)
        for title in phrase.titles:
            self._by_head(entity, title)
        self._now_named(entity, set(phrase.titles))
        return Resolved(entity, "named_person", False)

    def _now_named(self, person: Entity, posts: set[str]) -> None:
        """ "A judge said ... Justice Brand": one who had no name before gets it now, if the post fits nobody else."""
        for post in sorted(posts - source_lists().common_posts):  # sorted: a set has another order every time
            also = source_lists().also
            heads = {post} | also.get(post, frozenset())
            if post in SHORT_TITLES:  # "Gov. Ortiz" is the governor
                heads |= {head for head, words in also.items() if post in words}
            for head in sorted(heads):
                roles = (e for e in self.heads.get(head, [])[-MAX_MENTIONS_BACK:] if e.kind == "role")
                before = [e for e in roles if not e.plural and not e.named_as]
                if len(before) == 1 and before[0].who in ("", person.who or before[0].who):
                    before[0].named_as = person
                    return

    # ---- bodies and documents -----------------------------------------------------------------------------------

    def _body(self, phrase: NounPhrase, label: str) -> Resolved:
        if phrase.name:
            return self._named_body(phrase, label)
        head = phrase.head
        if phrase.affiliation or phrase.dated:
            several = phrase.plural and phrase.kind == "body"  # "victims' groups": which ones?
            entity = self._new(phrase, "described" if several else "named_organisation", label)
            self._by_head(entity, head)
            return Resolved(entity, entity.level, False)
        if phrase.definite and not phrase.plural:
            earlier = self._earlier_body(head)
            if earlier and earlier.headline and head not in LOOSE:  # "Council says", then "the city council"
                earlier.level, earlier.label, earlier.headline = "named_organisation", label, False
            if earlier and earlier.level == "vague" and head not in LOOSE:  # the text takes up a body: that one
                return Resolved(earlier, "named_organisation", True)
            if earlier:
                return Resolved(earlier, earlier.level, True)
        known = [
            e for e in self.heads.get(head, [])[-MAX_MENTIONS_BACK:] if phrase.definite and e.plural == phrase.plural
        ]
        if known:
            return Resolved(known[-1], known[-1].level, True)
        level: Level = "named_organisation" if phrase.definite and head not in LOOSE else "vague"
        entity = self._new(phrase, level, label)
        self._by_head(entity, head)
        return Resolved(entity, level, False)

    def _named_body(self, phrase: NounPhrase, label: str) -> Resolved:
        if len(phrase.name) == 1 and phrase.name[0].lower() in self.surnames:
            return self._person(phrase, label)
        key = " ".join(w.lower() for w in phrase.name if w.lower() not in SMALL)
        entity = self.bodies.get(key)
        if entity is None and len(phrase.name) == 1:
            entity = self.short.get(key)
        if entity is None:
            entity = self._new(phrase, "named_organisation", label)
            entity.words.update(w.lower() for w in phrase.name)
            if phrase.name[-1] in source_lists().companies:
                entity.words.add("company")
            if phrase.head:
                self._by_head(entity, phrase.head)
        self.bodies.setdefault(key, entity)
        if " " in key:
            self.short.setdefault(key.split()[-1], entity)
            self.short.setdefault(initials(key), entity)
        return Resolved(entity, "named_organisation", False)

    def _earlier_body(self, head: str) -> Entity | None:
        wanted = {head} | source_lists().also.get(head, frozenset())
        for entity in reversed(self.recent[-2 * MAX_MENTIONS_BACK :]):
            if entity.kind in ("body", "document") and entity.words & wanted:
                return entity
        return None

    # ---- those without a name -----------------------------------------------------------------------------------

    def _role(self, phrase: NounPhrase, label: str) -> Resolved:
        head = phrase.head
        if phrase.definite and (not phrase.affiliation or phrase.head in RUNNING or phrase.placed):
            entity = self._earlier_role(phrase)
            if entity and (entity.kind == "person" or not phrase.placed):
                return Resolved(entity, entity.level, True)
            entity = self._renamed(phrase) if phrase.renames else None
            if entity:
                return Resolved(entity, entity.level, True)
        level: Level = "described" if phrase.told else "vague"
        if not phrase.plural:
            for entity in self.heads.get(head, [])[:MAX_MENTIONS_BACK]:  # a headline comes first
                if entity.headline and entity.kind == "role" and not entity.plural:
                    entity.level, entity.headline = level, False
                    return Resolved(entity, level, True)
        same = self._same_post(phrase, label) if phrase.definite and not phrase.plural else None
        if same:
            return Resolved(same, same.level, True)
        group = self._group(phrase)
        if group and level == "vague":
            level = group.level
        key = label.lower()
        known = self.heads.get(key)
        if known and (phrase.plural or phrase.definite or label.isupper()):  # "REPORTER:" is one person in a script
            known[-1].shared = phrase.plural and not phrase.definite
            return Resolved(known[-1], known[-1].level, False)
        entity = self._new(phrase, level, label)
        entity.group = group
        self._by_head(entity, head)
        self._by_head(entity, key)
        return Resolved(entity, level, group is not None)

    def _same_post(self, phrase: NounPhrase, label: str) -> Entity | None:
        """ "A spokesman for the Ministry of Fisheries", and then "the ministry's spokesman"."""
        of = {w for w in label.lower().replace("’", "'").replace("'s", "").split() if len(w) > 3} - {phrase.head}
        for entity in reversed(self.heads.get(phrase.head, [])[-MAX_MENTIONS_BACK:]):
            if entity.kind == "role" and not entity.plural and of & set(entity.label.lower().split()):
                return entity
        return None

    def _group(self, phrase: NounPhrase) -> Entity | None:
        """ "Another source", "the second official": one of those before."""
        if phrase.plural or phrase.first not in ONE_OF:
            return None
        known = next((e for e in reversed(self.heads.get(phrase.head, [])) if e.kind == phrase.kind), None)
        if known is None or known.kind == "person":
            return None
        return known.group or known

    def _earlier_role(self, phrase: NounPhrase) -> Entity | None:
        """ "the senator": the last one so called; "the aide": the last aide, named or not."""
        wanted = {phrase.head} | source_lists().also.get(phrase.head, frozenset())
        if phrase.head in RUNNING and not phrase.plural:  # "the candidate": whom the text is about
            persons = [e for e in self.entities if e.kind == "person"]
            if persons:
                return max(persons, key=lambda e: e.mentions)
        if phrase.head in ("man", "woman", "person") and not phrase.fact:
            for entity in reversed(self.recent[-MAX_MENTIONS_BACK:]):
                if entity.kind in ("role", "people") and not entity.plural and entity.who in ("", phrase.who):
                    return entity
        told = phrase.affiliation or phrase.fact
        if phrase.who and not (phrase.plural or told):  # "the mother of three": she of whom we read
            near = [e for e in self.recent[-MAX_MENTIONS_BACK:] if e.kind == "person" and e.who == phrase.who]
            if near:
                return max(near, key=lambda e: e.last)
        for entity in reversed(self.recent[-2 * MAX_MENTIONS_BACK :]):
            named = phrase.plural and entity.kind == "person"  # "the senators", of whom two were named
            if (entity.plural == phrase.plural or named) and entity.words & wanted:
                return entity
        return None

    def _renamed(self, phrase: NounPhrase) -> Entity | None:
        """ "The gambling tycoon", "the Texan": whom of those with a name the text has spoken of just before."""
        for entity in reversed(self.recent[-HEAD_START:]):
            if entity.kind == "person" and entity.mentions > 1 and phrase.who in ("", entity.who):
                return entity
        return None

    # ---- pronouns -----------------------------------------------------------------------------------------------

    def _pronoun(self, phrase: NounPhrase, label: str, is_source: bool) -> Resolved:
        near = self.recent[-MAX_MENTIONS_BACK:]
        entity = only_doer(near, phrase.who, self.sentence_before, self.sentence)
        entity = entity or antecedent(near, phrase.who, is_source)
        if entity is None:
            level: Level = "vague" if phrase.who == "they" else "other"
            return Resolved(self._new(phrase, level, label), level, True)
        if phrase.who in ("man", "woman") and phrase.head not in THEIR_OWN:  # whose "his" is, is less sure
            entity.who = entity.who or phrase.who
        return Resolved(entity, entity.level, True)
