"""Whose turn it is where a quote has no cue of its own: what the sentence before it tells, and the talk so far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quotes.extraction.lexicon import sections, verbs_that
from quotes.extraction.nouns import HUMAN_CLASSES, noun_class
from quotes.extraction.pointers import COME
from quotes.extraction.ranking import bucket
from quotes.extraction.salience import is_introduced
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SUBJECTS, SentenceSources, SourceMention

_BE = frozenset("be is are was were been being ’s 's ’re 're".split())
_SEEM = frozenset(
    "seem seems seemed sound sounds sounded look looks looked feel feels felt remain remains remained".split()
)
_REACH = 40
"""Sentences before a quote that are looked at, where nothing was said in between."""
_QUOTE_REACH = 2000
"""Characters of a quote in which names are looked for."""
_MOST_BACK = 8
"""Paragraphs from the last words of somebody to those that may take up the conversation again."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What the narration before a quote tells, behind the last words that were said."""

    subject: SourceMention | None
    who: str
    """What its subject is: the last speaker, somebody with another name, a pronoun, a newcomer (a childminder) …"""
    does: str
    """What it does: reports, reacts, enters, asks, is in a mood …"""
    gap: int
    """Paragraphs up to the quote, 2 for more."""
    end: str
    """How the sentence ends: its last character, `a` for a letter (a caption, a heading)."""

    @property
    def sort(self) -> str:
        """What it does to the talk, in few words: hands it to somebody else, goes on about the last speaker, asks …"""
        if self.end == "a":
            return "caption"
        if self.end == "?":
            return "question"
        if self.does == "asks":
            return "asks"
        if self.who in _OTHERS:
            return "hands" if self.does in _HANDING else "other"
        return "-" if self.who == "none" else self.who if self.who in ("he", "same", "i") else "else"


_OTHERS = frozenset(["person", "body", "human", "new-human", "organization", "new-organization"])
_HANDING = frozenset(["mood", "responds"])
_NO_LEAD = Lead(None, "none", "none", 0, "")


def find_lead(scene: Scene, span_index: int, previous: int | None, last_speaker: int | None) -> Lead:
    """Return what the last narrated sentence between a quote and the one before it tells; an empty lead for none."""
    k = scene.sentence_of[span_index]
    before = scene.narration_before(k)
    j = scene.sentence_of[previous] if previous is not None else -1
    if before is None or before <= j or before not in scene.sources:
        return _NO_LEAD
    there = scene.sources[before]
    gap = min(2, scene.paragraphs[k] - scene.paragraphs[before])
    end = scene.text[scene.sentences[before].end - 1]
    verb, subject = _last_clause(there)
    who = _who(there, subject, last_speaker) if subject is not None else "nobody"
    return Lead(subject, who, _does(there, verb), gap, "a" if end.isalnum() else end)


_MOST_CLAUSES = 4


def _last_clause(there: SentenceSources) -> tuple[int | None, SourceMention | None]:
    """Return the last main verb of a sentence and its subject: Roe was to play, and the coach admitted it hurt."""
    verb = next((i for i, dep in enumerate(there.deps) if dep == "ROOT"), None)
    subject = next((m for m in there.mentions if m.subject), None)
    for _ in range(_MOST_CLAUSES):
        joined = _joined(there, verb) if verb is not None else None
        if joined is None:
            break
        verb = joined
        subject = next(
            (m for m in there.mentions if there.heads[m.head] == verb and there.deps[m.head] in SUBJECTS), subject
        )
    return verb, subject


def _joined(there: SentenceSources, verb: int) -> int | None:
    for i in range(verb + 1, len(there.deps)):
        if (
            there.heads[i] == verb
            and there.deps[i] == "conj"
            and there.tags[i].startswith("VB")
            and not there.in_quote[i]
        ):
            return i
    return None


def _who(there: SentenceSources, subject: SourceMention, last_speaker: int | None) -> str:
    if subject.kind == "pronoun":
        return {"she": "he"}.get(subject.text.lower(), subject.text.lower())
    if subject.kind == "name":
        if subject.entity == last_speaker:
            return "same"
        return "person" if subject.entity_kind == "person" else "body"
    kind = noun_class(subject.text)
    human = "human" if kind in HUMAN_CLASSES else kind
    return f"new-{human}" if is_introduced(there, subject) else human


def _does(there: SentenceSources, root: int | None) -> str:
    if root is None or there.in_quote[root]:
        return "none"
    word = there.words[root]
    if word in _BE or word in _SEEM:
        told = {there.words[i] for i in range(root + 1, min(len(there.words), root + 6))}
        return "mood" if told & _words("moods") else "is"
    if word in _words("moods"):  # was not convinced, for a parser that takes it for a passive
        return "mood"
    for name in ("asks", "responds", "reacts", "enters"):
        if word in verbs_that(name, _FILE):
            return name
    if root in there.cue_at:
        return "reports"
    return "does" if there.tags[root].startswith("VB") else "verbless"


_FILE = "turn_verbs.txt"


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(sections(_FILE)[section])


def frame_of(here: SentenceSources | None, span_index: int) -> tuple[str, int | None]:
    """Return how the words hang in their sentence where nobody reports them, with the token that is the topic.

    Festivals were “dentistry with canapés”: `is`, of the festivals, who did not say so.
    """
    if here is None or span_index not in here.stand_ins:
        return "none", None
    first = here.stand_ins[span_index][0]
    for up in here.governors(first)[:4]:
        if here.in_quote[up]:
            continue
        if up in here.cue_at:
            return "reported", None
        if here.tags[up].startswith("VB"):
            topic = next((i for i in range(up) if here.heads[i] == up and here.deps[i] in SUBJECTS), None)
            return ("is" if here.words[up] in _BE else "does"), topic
    return "loose", None


def _answer_that_comes(here: SentenceSources | None) -> int | None:
    """Return the token of the answer that comes: “I am,” came the reply; None where none does."""
    if here is None:
        return None
    for i, word in enumerate(here.words):
        if word in COME and not here.in_quote[i]:
            for j in range(i + 1, min(len(here.words), i + 5)):
                if here.words[j] in _words("replies"):
                    return j
    return None


@dataclass(frozen=True, slots=True)
class Talk:
    """How the words before a quote leave it: with a question, in a conversation."""

    gap: int
    """Paragraphs back to the last words, 3 for more."""
    asked: bool
    """Whether the last words end with a question mark."""
    put: str
    """Who put the last words as a question: `i` for the writer, `asks` for another, `-` for none."""
    alternates: bool
    """Whether the last words and those right before them have two speakers."""
    question: bool
    """Whether the quote is itself a question."""
    answer: int | None
    """The token of the answer that it is said to be: came the reply; None where it is not."""

    @property
    def replies(self) -> bool:
        """Whether it is said to be the answer."""
        return self.answer is not None


def read_talk(scene: Scene, span_index: int, previous: int | None, other: int | None) -> Talk:
    """Return how the words before a quote leave it; `other` are the last words of another than the last speaker."""
    k = scene.sentence_of[span_index]
    gap = 3
    asked = alternates = False
    put = "-"
    if previous is not None:
        gap = min(3, scene.paragraph_of(span_index) - scene.paragraph_of(previous))
        asked = _ends_with_question(scene, previous)
        put = _put(scene.sources.get(scene.sentence_of[previous]))
        alternates = (
            other is not None
            and other == previous - 1
            and (scene.paragraph_of(previous) - scene.paragraph_of(other) <= 1)
        )
    return Talk(
        gap,
        asked,
        put,
        alternates,
        _ends_with_question(scene, span_index),
        _answer_that_comes(scene.sources.get(k)),
    )


def _put(there: SentenceSources | None) -> str:
    if there is None:
        return "-"
    asking = verbs_that("asks", _FILE)
    asks = next((c.token for c in there.cues if c.kind == "verb" and there.words[c.token] in asking), None)
    if asks is None:
        return "-"
    mine = any(m.text.lower() in ("i", "we") for m in there.mentions if any(token == asks for token, _ in m.roles))
    return "i" if mine else "asks"


def _ends_with_question(scene: Scene, span_index: int) -> bool:
    inner = scene.spans[span_index].inner
    return scene.text[max(inner.start, inner.end - 2) : inner.end].rstrip(" ,").endswith("?")


@dataclass(frozen=True, slots=True)
class Setting:
    """All of a quote's surroundings that the sources beside it and the last speaker are weighed by."""

    lead: Lead
    talk: Talk
    frame: str
    layout: str
    named: frozenset[int]
    """Whom the quote names."""


def carried_features(
    scene: Scene, span_index: int, previous: int, last_speaker: int | None, governed: str, setting: Setting
) -> list[str]:
    """Return what speaks for the last speaker going on."""
    named = last_speaker is not None and last_speaker in setting.named
    layout = setting.layout
    k = scene.sentence_of[span_index]
    j = scene.sentence_of[previous]
    span = scene.spans[span_index]
    steps = min(4, k - j)
    narration_between = sum(1 for i in range(max(j + 1, k - _REACH), k) if scene.narrated[i])
    same = k == j
    open_before = not scene.spans[previous].closed
    head = scene.text[span.inner.start : span.inner.start + 1]
    here = scene.sources.get(k)
    mentions = "none"
    if here is not None and here.mentions:
        mentions = "subj" if _named_subject(here) is not None else "some"
    newcomer = "none"
    nearest = next((i for i in range(k - 1, max(j, k - _REACH), -1) if i in scene.sources), None)
    subject = _named_subject(scene.sources[nearest]) if nearest is not None else None
    if subject is not None:
        newcomer = "pronoun" if subject.kind == "pronoun" else "same" if subject.entity == last_speaker else "new"
    lead, talk, frame = setting.lead, setting.talk, setting.frame
    place = f"{layout}|{lead.gap}"
    return [
        "bias-carry",
        f"carry|newcomer={newcomer}|{layout}",
        f"carry|newcomer={newcomer}|para={talk.gap}",
        f"carry|{layout}|{governed}",
        f"carry|para={talk.gap}|{layout}",
        f"carry|steps={steps}|narr={min(3, narration_between)}|{layout}",
        f"carry|same={same}|{governed}",
        f"carry|same={same}|{layout}|adj={previous == span_index - 1}",
        f"carry|cont={span.continues}|open={open_before}",
        f"carry|head={'upper' if head.isupper() else 'lower'}|same={same}",
        f"carry|mentions={mentions}|{layout}",
        f"carry|prevalone={not scene.narrated[j]}|{layout}|para={talk.gap}",
        f"carry|sort={lead.sort}",
        f"carry|sort={lead.sort}|{place}",
        f"carry|sort={lead.sort}|asked={talk.asked}",
        f"carry|put={talk.put}|{talk.gap}|{layout}",
        f"carry|asked={talk.asked}|{talk.gap}|{layout}",
        f"carry|asked={talk.asked}|{talk.gap}|lead={lead.who != 'none'}|alt={talk.alternates}",
        f"carry|alt={talk.alternates}|{talk.gap}|{layout}",
        f"carry|replies={talk.replies}",
        f"carry|named={named}|{layout}",
        f"carry|named={named}|{talk.gap}|lead={lead.who != 'none'}",
        f"carry|frame={frame}|{talk.gap}",
    ]


def _named_subject(here: SentenceSources) -> SourceMention | None:
    """Return the subject of a sentence if it is a name or a pronoun."""
    return next((m for m in here.mentions if m.subject and m.kind != "nominal"), None)


def named_in(scene: Scene, span_index: int) -> frozenset[int]:
    """Return whom a quote names, who will seldom be its speaker: “Fleeced by whom, Ann?”"""
    inner = scene.spans[span_index].inner
    return frozenset(m.entity for m in scene.names.within(inner.start, min(inner.end, inner.start + _QUOTE_REACH)))


def may_turn(scene: Scene, span_index: int, other: int, setting: Setting) -> bool:
    """Tell whether the speaker before the last may have the word back."""
    talk = setting.talk
    if talk.replies:
        return True
    return (
        setting.layout == "alone"
        and talk.gap > 0
        and scene.paragraph_of(span_index) - scene.paragraph_of(other) <= _MOST_BACK
    )


def turn_features(scene: Scene, span_index: int, other: int, setting: Setting) -> list[str]:
    """Return what speaks for the word going back to whoever spoke before the last speaker."""
    lead, talk = setting.lead, setting.talk
    back = bucket(scene.paragraph_of(span_index) - scene.paragraph_of(other))
    return [
        "bias-turn",
        f"turn|back={back}",
        f"turn|asked={talk.asked}|{talk.gap}",
        f"turn|asked={talk.asked}|alt={talk.alternates}",
        f"turn|asked={talk.asked}|{talk.gap}|lead={lead.who != 'none'}|alt={talk.alternates}",
        f"turn|alt={talk.alternates}|{talk.gap}|q={talk.question}",
        f"turn|sort={lead.sort}",
        f"turn|put={talk.put}|{talk.gap}",
        f"turn|replies={talk.replies}",
        f"turn|otherasked={_ends_with_question(scene, other)}|{talk.gap}",
    ]


def near_features(mention: SourceMention, there: SentenceSources, where: str, setting: Setting) -> list[str]:
    """Return what speaks for somebody of a sentence beside the quote, on top of how they stand in it."""
    lead, talk, frame, layout = setting.lead, setting.talk, setting.frame, setting.layout
    if where.startswith("next"):
        return []
    features = [
        f"{where}|asked={talk.asked}|subj={mention.subject}",
        f"{where}|replies={talk.replies}",
    ]
    part = _part(there, mention)
    features.append(f"{where}|part={part}|asked={talk.asked}|{talk.gap}")
    if lead.subject is None:
        return features
    if mention is lead.subject:
        features += [
            f"{where}|sort={lead.sort}",
            f"{where}|sort={lead.sort}|{layout[:5]}",
            f"{where}|sort={lead.sort}|alone={layout == 'alone'}|role={bool(mention.roles)}",
            f"{where}|frame={frame}|{lead.does}",
        ]
    else:
        features += [
            f"{where}|notlead|{part}|{lead.sort}",
            f"{where}|notlead|{part}|{lead.does}",
            f"{where}|notlead|{lead.who}|{mention.kind}",
        ]
    return features


def _part(there: SentenceSources, mention: SourceMention) -> str:
    dep = there.deps[mention.head]
    if dep in SUBJECTS:
        return "main" if mention.subject else "subject"
    return dep if dep in ("dobj", "dative", "pobj", "attr", "poss", "appos", "conj") else "other"
