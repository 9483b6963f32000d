"""The forms of English words: what a teacher writes once in a lexicon is found in every inflection.

From a base to its forms: `verb_forms`, `noun_forms`, `spellings`. From a form back: `singular`, and `stem`, which gives
the forms of a word one key.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kit.text.packages import single_module

VOWELS = "aeiou"
MAX_WORDS_REMEMBERED = 50_000  # words whose singular and stem are remembered
MIN_LETTERS_OF_DOER = 5  # letters that have to be left when the ending of a doer goes: "inspector", but not "river"
HISSING = ("s", "sh", "ch", "x", "z", "o")

# Verbs that English bends in its own way: base -> -s form, past, participle, -ing form.
IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
    be is was been being
    beat beats beat beaten beating
    become becomes became become becoming
    begin begins began begun beginning
    bend bends bent bent bending
    bet bets bet bet betting
    blow blows blew blown blowing
    break breaks broke broken breaking
    bring brings brought brought bringing
    broadcast broadcasts broadcast broadcast broadcasting
    build builds built built building
    burst bursts burst burst bursting
    buy buys bought bought buying
    cast casts cast cast casting
    catch catches caught caught catching
    choose chooses chose chosen choosing
    come comes came come coming
    cut cuts cut cut cutting
    deal deals dealt dealt dealing
    die dies died died dying
    do does did done doing
    draw draws drew drawn drawing
    drink drinks drank drunk drinking
    drive drives drove driven driving
    eat eats ate eaten eating
    fall falls fell fallen falling
    feed feeds fed fed feeding
    feel feels felt felt feeling
    fight fights fought fought fighting
    find finds found found finding
    flee flees fled fled fleeing
    fly flies flew flown flying
    forbid forbids forbade forbidden forbidding
    forecast forecasts forecast forecast forecasting
    foresee foresees foresaw foreseen foreseeing
    foretell foretells foretold foretold foretelling
    forget forgets forgot forgotten forgetting
    freeze freezes froze frozen freezing
    get gets got got getting
    give gives gave given giving
    go goes went gone going
    grow grows grew grown growing
    hang hangs hanged hanged hanging
    have has had had having
    hear hears heard heard hearing
    hide hides hid hidden hiding
    hit hits hit hit hitting
    hold holds held held holding
    hurt hurts hurt hurt hurting
    keep keeps kept kept keeping
    know knows knew known knowing
    lay lays laid laid laying
    lead leads led led leading
    leave leaves left left leaving
    lend lends lent lent lending
    let lets let let letting
    lie lies lied lied lying
    lose loses lost lost losing
    make makes made made making
    mean means meant meant meaning
    meet meets met met meeting
    mislay mislays mislaid mislaid mislaying
    misspeak misspeaks misspoke misspoken misspeaking
    outrun outruns outran outrun outrunning
    overthrow overthrows overthrew overthrown overthrowing
    pay pays paid paid paying
    put puts put put putting
    read reads read read reading
    rebuild rebuilds rebuilt rebuilt rebuilding
    repay repays repaid repaid repaying
    ride rides rode ridden riding
    ring rings rang rung ringing
    rise rises rose risen rising
    run runs ran run running
    say says said said saying
    see sees saw seen seeing
    seek seeks sought sought seeking
    sell sells sold sold selling
    send sends sent sent sending
    set sets set set setting
    shake shakes shook shaken shaking
    shed sheds shed shed shedding
    shoot shoots shot shot shooting
    show shows showed shown showing
    shrink shrinks shrank shrunk shrinking
    shut shuts shut shut shutting
    sing sings sang sung singing
    sink sinks sank sunk sinking
    sleep sleeps slept slept sleeping
    slide slides slid slid sliding
    sow sows sowed sown sowing
    speak speaks spoke spoken speaking
    spell spells spelled spelled spelling
    spend spends spent spent spending
    split splits split split splitting
    spread spreads spread spread spreading
    stand stands stood stood standing
    steal steals stole stolen stealing
    strike strikes struck struck striking
    swear swears swore sworn swearing
    sweep sweeps swept swept sweeping
    swell swells swelled swollen swelling
    swim swims swam swum swimming
    take takes took taken taking
    teach teaches taught taught teaching
    tear tears tore torn tearing
    tell tells told told telling
    think thinks thought thought thinking
    throw throws threw thrown throwing
    undergo undergoes underwent undergone undergoing
    understand understands understood understood understanding
    wake wakes woke woken waking
    wear wears wore worn wearing
    weep weeps wept wept weeping
    win wins won won winning
    wind winds wound wound winding
    withdraw withdraws withdrew withdrawn withdrawing
    withhold withholds withheld withheld withholding
    write writes wrote written writing
    """.strip().splitlines()
}
BE_FORMS = {
    "be": "b", "is": "s", "are": "s", "am": "s", "was": "f", "were": "f", "been": "e", "being": "g",
    "'s": "s", "'re": "s", "'m": "s",
}  # fmt: skip
# Verbs of more than one syllable that double their last letter; those of one syllable all do.
DOUBLING = {
    "abet", "acquit", "admit", "allot", "aver", "commit", "compel", "concur", "confer", "defer", "equip", "infer",
    "kidnap", "label", "occur", "omit", "permit", "prefer", "rebut", "refer", "regret", "signal", "submit", "transfer",
}  # fmt: skip
SHORT = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")  # one syllable, one vowel, one consonant: mop, mopping
ONE_OR_TWO = {"label", "signal"}  # labelled in Britain, labeled in America


def verb_forms(base: str) -> dict[str, str]:
    """The forms of an English verb, each with its letters: b base, s with -s, f past, e past participle, g with -ing.

    >>> verb_forms("deny")
    {'deny': 'b', 'denies': 's', 'denied': 'fe', 'denying': 'g'}
    """
    if base == "be":
        return dict(BE_FORMS)
    if base in IRREGULAR:
        s, past, participle, ing = IRREGULAR[base]
    else:
        soft = base.endswith("y") and base[-2] not in VOWELS
        s = base[:-1] + "ies" if soft else base + "es" if base.endswith(HISSING) else base + "s"
        stem = base + base[-1] if base in DOUBLING or SHORT.fullmatch(base) else base
        past = participle = base + "d" if base.endswith("e") else base[:-1] + "ied" if soft else stem + "ed"
        ing = base[:-1] + "ing" if base.endswith("e") and base[-2:] not in ("ee", "oe", "ye") else stem + "ing"
    forms: dict[str, str] = {}
    for form, letter in ((base, "b"), (s, "s"), (past, "f"), (participle, "e"), (ing, "g")):
        forms[form] = forms.get(form, "") + letter
    if base in ONE_OR_TWO:
        forms |= {base + "ed": "fe", base + "ing": "g"}
    return forms


# Nouns with a plural of their own.
PLURALS = {
    "analysis": "analyses", "child": "children", "crisis": "crises", "foot": "feet", "knife": "knives", "life": "lives",
    "man": "men", "mouse": "mice", "tooth": "teeth", "wife": "wives", "woman": "women",
}  # fmt: skip


def noun_forms(noun: str) -> tuple[str, str]:
    """A noun and its plural, both in small letters.

    >>> noun_forms("story"), noun_forms("gunman")
    (('story', 'stories'), ('gunman', 'gunmen'))
    """
    if noun in PLURALS:
        return noun, PLURALS[noun]
    if len(noun) > 4 and noun.endswith("man") and noun not in ("human", "german", "talisman"):
        return noun, noun[:-3] + "men"
    if len(noun) > 1 and noun.endswith("y") and noun[-2] not in VOWELS:
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


# From a form back to its base.
SINGULARS = {more: one for one, more in PLURALS.items()} | {"people": "person"}
BASES = {form: base for base, forms in IRREGULAR.items() for form in forms} | SINGULARS
S_WORDS = ("ss", "us", "is", "ics", "ous", "news", "series", "species", "means")


@lru_cache(maxsize=MAX_WORDS_REMEMBERED)
def singular(noun: str) -> str:
    """A noun in the singular, in small letters: one form for both, right for nearly all nouns of news.

    >>> [singular(noun) for noun in ("pupils", "companies", "buses", "gunmen", "houses", "glass")]
    ['pupil', 'company', 'bus', 'gunman', 'house', 'glass']
    """
    if noun in SINGULARS:
        return SINGULARS[noun]
    if "-" in noun:
        before, dash, last = noun.rpartition("-")
        return before + dash + singular(last)
    if noun.endswith("men") and len(noun) > 4 and noun not in ("specimen", "regimen", "acumen", "abdomen"):
        return noun[:-3] + "man"
    if not noun.endswith("s") or noun.endswith(S_WORDS) or len(noun) < 4:
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes", "buses", "viruses", "oes")):
        return noun[:-2]
    return noun[:-1]


@lru_cache(maxsize=MAX_WORDS_REMEMBERED)
def stem(word: str) -> str:
    """What the forms of a word in small letters share: Snowball's English stemmer, then off with the ending of a doer.

    It is no word that a reader should see, only a key by which words can be compared.

    >>> [stem(word) for word in ("inspection", "inspectors", "inspected", "won", "policies")]
    ['inspect', 'inspect', 'inspect', 'win', 'polici']
    """
    # A stemmer of its own for each word, since it keeps the word in itself while it works: threads must not share one.
    stemmed = str(single_module("snowballstemmer", "english_stemmer").EnglishStemmer().stemWord(BASES.get(word, word)))
    for ending in ("or", "er"):
        if stemmed.endswith(ending) and len(stemmed) - 2 >= MIN_LETTERS_OF_DOER:
            return stemmed[:-2]
    return stemmed


# How the two spellings of English differ at the end of a word.
SPELLINGS = (
    ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"),
    ("ise", "ize"), ("yse", "yze"), ("gement", "gment"), ("abour", "abor"), ("olour", "olor"), ("oloured", "olored"),
    ("eighbour", "eighbor"), ("eighbourhood", "eighborhood"), ("entre", "enter"), ("avour", "avor"),
    ("efence", "efense"), ("ramme", "ram"), ("celled", "celed"),
)  # fmt: skip
DIFFERING = tuple(ending for pair in SPELLINGS for ending in pair)
ALWAYS_ISE = ("advise", "comprise", "compromise", "excise", "exercise", "otherwise", "promise", "raise", "rise", "wise")


def spellings(word: str) -> tuple[str, ...]:
    """A word in British and American spelling; itself alone where the two agree.

    >>> spellings("neutralise"), spellings("exercise")
    (('neutralise', 'neutralize'), ('exercise',))
    """
    if word.endswith(DIFFERING) and not word.rstrip("ds").endswith(ALWAYS_ISE):
        for british, american in SPELLINGS:
            for one, other in ((british, american), (american, british)):
                if word.endswith(one) and len(word) > len(one):
                    return word, word.removesuffix(one) + other
    return (word,)
