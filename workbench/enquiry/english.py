"""Small pieces of English: the plain form of a verb, and what may follow "use".

Only what the rewrites need. Where a form is not known the caller says the same thing another
way; nothing is guessed into a sentence.
"""

from __future__ import annotations

import re


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a block of text; a block is easier to add to than a list."""
    return tuple(text.split())


PLAIN_VERBS = frozenset(
    _words(
        """
        use give teach do make set allow introduce provide encourage ask offer adopt apply add read write play work run hold put
        take show model practise test quiz mark group pair seat mix split change move reduce increase shorten extend start begin
        end display share build create design plan train coach mentor support help scaffold chunk space interleave revisit review
        recap repeat rehearse retrieve replace remove ban limit let have get let listen discuss debate talk sing draw sketch watch
        film record visit involve invite send assign select choose pick focus increase improve develop deepen raise strengthen
        boost enhance embed link connect combine integrate blend pre-teach reteach re-teach flip stream assess feed respond
        correct check explain demonstrate explore investigate reward praise celebrate engage include employ implement deploy trial
        try vary differentiate adapt simplify translate target tailor track monitor log note annotate highlight colour code map
        sort match order sequence structure organise organize arrange rearrange lower rotate swap send keep call expose immerse
        promote foster enable motivate challenge question prompt cue spend deliver present drill memorise count bring turn follow
        place ensure prepare equip supply buy wear walk exercise peer-assess self-assess co-teach team-teach double spell multiply
        remember learn recall understand solve accelerate close narrow secure overcome address tackle prevent avoid cut speed
        measure compare calculate reason achieve gain grow enrich broaden widen sustain facilitate stimulate re-read reread guide
        lead direct instruct script vocalise verbalise visualise summarise punctuate proofread edit redraft draft self-mark label
        analyse evaluate identify recognise make tell
        drink eat chew sit sleep
        """
    )
)

_ING = re.compile(r"^([a-z]+(?:-[a-z]+)*)ing$", re.IGNORECASE)
_IRREGULAR_PAST = {
    "given": "give",
    "taught": "teach",
    "shown": "show",
    "told": "tell",
    "made": "make",
    "put": "put",
    "set": "set",
    "read": "read",
    "taken": "take",
}


def plain_form(word: str) -> str:
    """Return the plain form of an "-ing" verb that is known, else an empty string.

    >>> plain_form("using"), plain_form("setting"), plain_form("giving"), plain_form("string")
    ('use', 'set', 'give', '')
    """
    match = _ING.match(word)
    if not match:
        return ""
    stem = match.group(1).lower()
    candidates = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        candidates.insert(0, stem[:-1])
    return next((verb for verb in candidates if verb in PLAIN_VERBS), "")


def plain_of_third_person(word: str) -> str:
    """Return the plain form of a verb in "-s", else the word itself.

    >>> [plain_of_third_person(w) for w in ("improves", "teaches", "uses", "helps", "does", "improve")]
    ['improve', 'teach', 'use', 'help', 'do', 'improve']
    """
    lower = word.lower()
    for ending, add in (("ies", "y"), ("es", ""), ("s", "")):
        if lower.endswith(ending) and lower[: -len(ending)] + add in PLAIN_VERBS:
            return lower[: -len(ending)] + add
    return lower


def plain_of_past(word: str) -> str:
    """Return the plain form of a past participle that is known, else an empty string.

    >>> [plain_of_past(w) for w in ("taught", "asked", "encouraged", "planned", "red")]
    ['teach', 'ask', 'encourage', 'plan', '']
    """
    lower = word.lower()
    if lower in _IRREGULAR_PAST:
        return _IRREGULAR_PAST[lower]
    if not lower.endswith("ed"):
        return ""
    stem = lower[:-2]
    candidates = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        candidates.append(stem[:-1])
    return next((verb for verb in candidates if verb in PLAIN_VERBS), "")


def lower_first(phrase: str) -> str:
    """Return the phrase with a small first letter, unless the first word is a name or an abbreviation.

    >>> lower_first("Paired talk"), lower_first("EAL pupils"), lower_first("Year 7"), lower_first("Accelerated Reader")
    ('paired talk', 'EAL pupils', 'Year 7', 'Accelerated Reader')
    """
    first, *more = phrase.split()[:2] or [""]
    if not first or len(first) == 1 or any(letter.isupper() or letter.isdigit() for letter in first[1:]):
        return phrase
    named = bool(more) and more[0][0].isupper() and not more[0].isupper() and more[0].rstrip("s").lower() not in KEEP_CAPITAL
    if named or first.removesuffix("'s").rstrip("s").lower() in KEEP_CAPITAL:
        return phrase
    return phrase[0].lower() + phrase[1:]


KEEP_CAPITAL = frozenset(
    _words(
        """
        year reception nursery key primary class set english french german spanish welsh polish latin mandarin urdu arabic gaelic
        scottish italian pupil's shakespeare macbeth romeo cornell socratic frayer bloom kagan ofsted singapore numicon google
        """
    )
)
