"""Is a quotation-marked span somebody's speech at all: the named features that tell.

Titles, nicknames, terms, scare quotes, slogans, headings that repeat the body, and prose caught between two wrongly
paired marks are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from quotes.extraction.attribution import SourceCandidate
from quotes.extraction.lexicon import sections
from quotes.extraction.mark_contexts import Context, line_before
from quotes.extraction.mark_links import linked_as
from quotes.extraction.mark_surroundings import behind, sentences_around
from quotes.extraction.mark_syntax import frame_of, mood_features, syntax_features
from quotes.extraction.mark_uses import WORD, MarkUses, folded_words
from quotes.extraction.mark_words import cried, edges, tone
from quotes.extraction.nesting import verb_class
from quotes.extraction.nouns import noun_class
from quotes.extraction.ranking import bucket
from quotes.extraction.scene import Scene

_FIRST_PERSON = frozenset("i i'm i've i'll i'd we we're we've we'll we'd my our me us you your you're".split())
_VERBISH = frozenset(
    (
        "is are was were be been am has have had do does did will would can could should may might must isn't don't "
        "can't won't it's that's there's he's she's they're didn't doesn't wasn't weren't aren't haven't hasn't let's "
        "want think know need get go"
    ).split()
)
_SMALL = frozenset("a an the of in on at to for and or but with from by as is not".split())
_CLOSING = ".,!?…;:"
_REACH = 2000
"""Characters in which a heading's words are looked for before it; four times as many behind it."""


def heading_paragraphs(scene: Scene) -> frozenset[int]:
    """Return the paragraphs that look like the title, a section heading, a standfirst or a caption."""
    found: set[int] = set()
    if not scene.sentences or scene.sentences[-1].paragraph == 0:
        return frozenset()  # one paragraph is a text without a title
    by_paragraph: dict[int, tuple[int, int]] = {}
    for sentence in scene.sentences:
        start, _ = by_paragraph.get(sentence.paragraph, (sentence.start, 0))
        by_paragraph[sentence.paragraph] = (start, sentence.end)
    for paragraph, (start, end) in by_paragraph.items():
        length = end - start
        if length > 160:
            continue
        last = scene.text[end - 1]
        before = end - 1
        while before > start and scene.text[before] in "\"'”’»)":
            before -= 1
        if paragraph == 0 or (scene.text[before] not in ".!?…:," and last not in ".!?…:,"):
            found.add(paragraph)
    return frozenset(found | _lines_of_other_marks(scene, by_paragraph))


def _lines_of_other_marks(scene: Scene, paragraphs: dict[int, tuple[int, int]]) -> set[int]:
    """Return the short paragraphs that are one span between single marks, in an article of double ones.

    ‘We are choosing!’ above the part that quotes it: a heading, though it ends as a sentence does.
    """
    if sum(span.single for span in scene.spans) * 2 >= len(scene.spans):
        return set()
    found = set()
    for i, span in enumerate(scene.spans):
        if not span.single or not span.closed or span.continues:
            continue
        paragraph = scene.sentences[scene.sentence_of[i]].paragraph
        start, end = paragraphs[paragraph]
        alone = start == span.start and not any(c.isalnum() for c in scene.text[span.end : min(end, span.end + 160)])
        if alone and end - start <= 160:
            found.add(paragraph)
    return found


def is_heading(scene: Scene, span_index: int, headings: frozenset[int]) -> bool:
    """Tell whether a quote stands in the title or is a section heading: nobody's record, whatever its words.

    “Not a gift” above the paragraph that quotes it; Minister calls plan ‘ruinous’ as the title.
    """
    span = scene.spans[span_index]
    if scene.sentence_of[span_index] in scene.labels:
        return True  # Play video / Roe “heartbroken” for her rival
    sentence = scene.sentences[scene.sentence_of[span_index]]
    if sentence.paragraph not in headings:
        return False
    inner = span.inner.of(scene.text)
    before = scene.mask[scene.mask.rfind("\n", 0, span.start) + 1 : span.start]
    behind = scene.mask[span.end : span.end + 200].split("\n", 1)[0]
    alone = not any(c.isalnum() for c in _NUMBERED.sub("", before) + behind)
    if alone and span.closed and not span.continues and len(inner.split()) <= 12 and inner[-1] not in ".!?…,":
        return True
    if sentence.paragraph == 0:
        return not _SAID.search(before + " " + behind)
    return _repeated(scene, span_index, inner)


# 3. “The lamp question”
_NUMBERED = regex.compile(r"^\s*\(?\d{1,2}[.):]\s*$")
_SAID = regex.compile(r"\b(?:said|told|added|wrote|asked)\b")


def speech_features(
    scene: Scene,
    span_index: int,
    uses: MarkUses,
    context: Context,
    best: SourceCandidate | None,
    best_share: float,
) -> list[str]:
    """Return the features of one span of the article that `uses` its marks so.

    `context` is what stands before the marks, `best` its likeliest source and `best_share` that one's probability.
    """
    text = scene.text
    span = scene.spans[span_index]
    k = scene.sentence_of[span_index]
    sentence = scene.sentences[k]
    inner = span.inner.of(text)
    words = WORD.findall(inner)
    low = [w.lower().replace("’", "'") for w in words]
    count = len(words)
    last = inner[-1]
    outside_last = text[span.end] if span.end < len(text) else "\n"
    first_upper = inner[0].isupper()
    caps = sum(1 for w in words if w[0].isupper())
    title_case = _in_title_case(words)
    lexical = "I" if any(w in _FIRST_PERSON for w in low) else "v" if any(w in _VERBISH for w in low) else "-"
    final = last if last in _CLOSING else "+" + outside_last if outside_last in _CLOSING else "none"
    size = bucket(count)
    heading = sentence.paragraph in uses.headings
    before_all, after_all = scene.words_beside(span_index)
    place = ("L" if before_all else "") + ("R" if after_all else "") or "alone"
    features = [
        "bias",
        f"size={size}",
        f"size={size}|{place}",
        f"final={final}|{size}",
        f"head={'upper' if first_upper else 'lower'}|{place}|{size}",
        f"lex={lexical}|{size}",
        f"lex={lexical}|{place}",
        f"single={span.single}|{size}",
        f"closed={span.closed}",
        f"cont={span.continues}",
        f"heading={heading}|{place}",
        f"para0={heading and sentence.paragraph == 0}",
        f"title={title_case}|{size}|{'upper' if first_upper else 'lower'}",
        f"caps={bucket(caps)}|{count > 3}",
    ]
    if inner.isupper():
        features.append("shout")
    if heading and _repeated(scene, span_index, inner):
        features.append("heading-repeats")
    shape = _shape(count, title_case, first_upper)
    features += _neighbours(scene, span_index, size)
    features += _habits(uses, inner, shape)
    features += edges(low) + cried(last, shape)
    frame = frame_of(scene, span_index)
    features += _alone(scene, span_index, uses, count)
    manner = tone(low) if count <= _SHORT else "long"
    features += _setting(frame, manner, shape, context, best) + _surroundings(scene, span_index, shape, frame)
    here = scene.sources.get(k)
    if here is not None:
        features += syntax_features(here, span_index, size) + mood_features(here, span_index, shape)
    if best is None:
        features.append("nosource")
    else:
        share = "hi" if best_share > 0.9 else "mid" if best_share > 0.6 else "lo"
        features += [
            f"source={best.mention.kind if best.mention is not None else 'carry'}|{share}",
            f"rule={best.rule}|{share}",
            f"rule={best.rule}|{size}",
            f"rule={best.rule}|{place}",
        ]
        if best.cue is not None:
            features += [f"cue={best.cue.lemma}", f"cuekind={best.cue.kind}|{size}"]
            features += _cue_sort(best.cue.lemma, manner, shape)
        features += _source(best, shape)
    return features


def _cue_sort(lemma: str, manner: str, shape: str) -> list[str]:
    """Return what sort of verb the cue is, with how the span is written and what its words are like.

    She blasted it as “grim”, she vowed to “mend the pier”, she spoke of “creep”.
    """
    sort = _verdicts_and_vows().get(lemma) or verb_class(lemma)
    return [f"sort={sort}|{shape}", f"sort={sort}|{manner}"]


@cache
def _verdicts_and_vows() -> dict[str, str]:
    """Return the verbs that judge or pledge, which tells more than that they say something, too."""
    classes = sections("verb_classes.txt")
    return {lemma: sort for sort in ("pledges", "judges") for lemma in classes[sort]}


_PULLED = 14
"""Words of the longest span that is easily a heading between the paragraphs."""


def _alone(scene: Scene, span_index: int, uses: MarkUses, count: int) -> list[str]:
    """Return what a short span that is a whole line may be: ‘A real mess.’ above the paragraph that quotes it."""
    span = scene.spans[span_index]
    if count > _PULLED or line_before(scene.mask, span.start).strip() or not span.closed:
        return []
    if scene.mask[span.end : span.end + 3].split("\n", 1)[0].strip():
        return []
    marks = "other" if span.single != uses.single else "same"
    words = "repeats" if _repeated(scene, span_index, span.inner.of(scene.text)) else "once"
    return [f"line={marks}", f"line={words}", f"line={marks}|{words}"]


def _setting(frame: str, manner: str, shape: str, context: Context, best: SourceCandidate | None) -> list[str]:
    """Return what the words before the marks make of the span, how it sits among its words, and what its own are like.

    A fault known as “the creep” is named; a “shameful” delay is judged, and a “two-tone” lamp is of a kind.
    """
    size = "long" if manner == "long" else "short"
    features = [f"frame={frame}", f"frame={frame}|{shape}"]
    if manner != "long":
        features += [f"tone={manner}|{shape[0]}", f"tone={manner}|{shape}"]
    features.append(f"frame={frame}|{manner if manner == 'judges' else size}")
    if context.use:
        mention = best.mention if best is not None else None
        who = (mention.entity_kind or mention.kind) if mention is not None else "-"
        use = f"use={context.use}"
        features += [use, f"{use}|{shape[0]}", f"{use}|{size}", f"{use}|{context.link}", f"{use}|{who}"]
        if context.shunned:
            features.append(f"{use}|shunned")
    return features


def _surroundings(scene: Scene, span_index: int, shape: str, frame: str) -> list[str]:
    """Return what stands behind the marks and in the sentences around: a fragment leans on the report beside it."""
    before, own, after = sentences_around(scene, span_index)
    follows = f"behind={behind(scene, span_index)}"
    features = [
        follows,
        f"{follows}|{shape}",
        f"near={before}{own}{after}",
        f"near={before}{own}|{shape}",
        f"near={own}{after}|{shape}",
        f"near={before}{own}|{frame}",
    ]
    link = linked_as(scene, span_index)
    return features + ([f"as={link}", f"as={link}|{shape}", f"as={link}|{shape[0]}"] if link else [])


_SHORT = 4
"""Words of the longest span that is easily a name or a term."""


def _in_title_case(words: Sequence[str]) -> bool:
    content = [w for w in words if w.lower() not in _SMALL]
    return bool(content) and all(w[0].isupper() or w[0].isdigit() for w in content)


def reads_like_a_title(words: str) -> bool:
    """Tell whether every word has its capital and nothing ends a sentence: “HALDEN: The Last Winter”."""
    return words[-1:] not in _CLOSING and _in_title_case(WORD.findall(words))


def _shape(count: int, title_case: bool, first_upper: bool) -> str:
    """Name how a span is written (Title Case, Sentence, fragment) and how long it is, roughly."""
    size = 1 if count == 1 else 2 if count == 2 else 3 if count <= 4 else 5 if count <= 7 else 8
    return f"{'T' if title_case else 'S' if first_upper else 'f'}{size}"


def _habits(uses: MarkUses, inner: str, shape: str) -> list[str]:
    """Return how the article quotes elsewhere: what comes again and again is a term, a page of terms has no speech."""
    features = [f"shape={shape}"]
    for name, share in (("long", uses.long_share), ("told", uses.told_share)):
        features += [f"{name}={share}", f"{name}={share}|{shape}"]
    folded = folded_words(inner)
    again = ("quoted" if uses.quoted[folded] > 1 else "") + ("plain" if folded in uses.plain else "")
    if folded in uses.echoed:
        features += ["echoed", f"echoed|{shape}"]
    if again:
        features += [f"again={again}", f"again={again}|{shape}"]
    return features


# 34% call it “fairly” safe, about four in 10 adults “very”: the poll's words, which nobody in particular said
_SHARE = regex.compile(
    r"\d%|\bper ?cent\b|\bin (?:10|ten|five|four|three|5|4|3)\b|\bmajority\b"
    r"|^(?:(?:about|roughly|nearly|only|just|around) ){0,2}"
    r"(?:most|many|half|two-thirds|a third|three-quarters|\d+)(?![\w-])",
    regex.I,
)


def _source(best: SourceCandidate, shape: str) -> list[str]:
    """Return what the likeliest source is, and how it hangs on its cue: you, people and things hardly speak."""
    mention = best.mention
    if mention is None:
        return []
    who = (
        mention.text.lower()
        if mention.kind == "pronoun"
        else mention.entity_kind or "name"
        if mention.kind == "name"
        else "nom-" + noun_class(mention.text)
    )
    features = [f"who={who}", f"who={who}|{shape}", f"who={who}|{'cue' if best.cue else 'nocue'}"]
    if mention.kind == "nominal" and _SHARE.search(mention.text):
        features += ["who=share", f"who=share|{shape}"]
    return features + [
        f"src-{f}" for f in best.features if f.startswith(("how=", "above=", "under=", "cuegap=", "aside="))
    ]


def _repeated(scene: Scene, span_index: int, inner: str) -> bool:
    """Tell whether the words stand in another place of the article too, not far from here."""
    needle = inner.strip(" .,!?…").casefold()
    if len(needle) < 4:
        return False
    span = scene.spans[span_index]
    before = scene.text[max(0, span.start - _REACH) : span.start].casefold()
    return needle in before or needle in scene.text[span.end : span.end + 4 * _REACH].casefold()


def _neighbours(scene: Scene, span_index: int, size: str) -> list[str]:
    """Return the words directly before and behind the marks."""
    span = scene.spans[span_index]
    mask = scene.mask
    before = mask[max(0, span.start - 40) : span.start].replace("\n", " ¶ ")
    after = mask[span.end : span.end + 30].replace("\n", " ¶ ")
    left = [_plain(w.strip("\"'“‘(") or w) for w in before.split() if w][-2:]
    right = [_plain(w) for w in after.split()[:1]]
    glued = "glued" if after[:1].isalnum() or after[:1] == "-" else ""
    one = left[-1] if left else "^"
    features = [f"w-1={one}", f"w-1={one}|{size}", f"w+1={right[0] if right else '$'}"]
    if len(left) == 2:
        features.append(f"w-2={left[0]} {one}")
    if glued:
        features.append("glued")
    return features


def _plain(word: str) -> str:
    """Return a word in small letters; of one with a capital only that it is one: no weight hangs on a name."""
    if not word[:1].isupper():
        return word.lower()
    tail = word.rstrip(".,:;!?")
    return ("Xx's" if tail.endswith(("'s", "’s")) else "Xx") + word[len(tail) :]
