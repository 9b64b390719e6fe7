"""What stands between a mention and a quote, and what kind of mention it is, as short names for features."""

from __future__ import annotations

from quotes.extraction.nesting import verb_class
from quotes.extraction.nouns import noun_class
from quotes.extraction.sources import OBJECTS, SUBJECTS, Cue, SentenceSources, SourceMention

_CLASSES = {
    ",": ",",
    ":": ":",
    ";": ";",
    ".": ".",
    "—": "-",
    "–": "-",
    "-": "-",
    "―": "-",
    "--": "-",
    "(": "(",
    ")": ")",
    "that": "that",
    "and": "and",
    "but": "and",
    "as": "as",
    "to": "to",
    "who": "who",
    "whom": "who",
    "of": "of",
    "in": "in",
    "not": "not",
    "be": "be",
    "is": "be",
    "was": "be",
    "are": "be",
    "were": "be",
    "been": "be",
    "a": "a",
    "the": "a",
    "an": "a",
}


def token_pattern(here: SentenceSources, low: int, high: int, cue_tokens: dict[int, Cue]) -> str:
    """Return the classes of the tokens between a mention and a quote, `~` where there are many."""
    if high - low > 7:
        return "~"
    parts = []
    i = low
    while i < high:
        word = here.words[i]
        if here.in_quote[i]:
            while i < high and here.in_quote[i]:
                i += 1
            parts.append("Q")
            continue
        if i in cue_tokens:
            cue = cue_tokens[i]
            parts.append({"verb": "V", "noun": "N", "according": "A"}[cue.kind])
        elif word in _CLASSES:
            parts.append(_CLASSES[word])
        else:
            tag = here.tags[i]
            parts.append(
                {"N": "n", "V": "v", "J": "j", "R": "r", "I": "p", "P": "o", "M": "v", "T": "to", "C": "c"}.get(
                    tag[0], "x"
                )
            )
        i += 1
    return "".join(parts)


def mention_kind(mention: SourceMention) -> str:
    """Return the kind of a mention: of a name its entity's, of a pronoun the word, of a description its noun's."""
    if mention.kind == "name":
        return (mention.entity_kind or "other")[:3]
    if mention.kind == "pronoun":
        word = mention.text.lower()
        if word in OBJECTS and not mention.possessive:
            return "him"
        return {"he": "he", "she": "he", "his": "he's", "her": "he's"}.get(word, word)
    return "nom-" + noun_class(mention.text)


_SUBORDINATE = frozenset(["advcl", "relcl", "acl", "parataxis", "csubj", "pcomp"])


def clause_features(here: SentenceSources, cue: Cue, quote: int) -> list[str]:
    """Return what sort of clause a cue stands in that is not the one above a quote, and on which side of the quote.

    As Roe spoke, the club was printing “…” / it was, as Roe has noted, “…”: a clause of its own, opened by `as`.
    """
    side = "L" if cue.token < quote else "R"
    dep = here.deps[cue.token]
    marks = (i for i in range(max(0, cue.token - _CLAUSE_REACH), cue.token) if here.heads[i] == cue.token)
    mark = next((here.words[i] for i in marks if here.deps[i] == "mark" or here.tags[i] == "WRB"), "-")
    closed = any(word in _CLOSES for word in here.words[cue.token : quote]) if side == "L" else False
    return [f"clause={dep}|{side}", f"clause={mark}|{side}|{closed}", f"clause={dep}|{cue.kind}|{closed}"]


_CLOSES = frozenset([",", "—", "–", "-", "--", ")"])
_CLAUSE_REACH = 12
"""Tokens before a cue in which the word that opens its clause is looked for."""


def relative_features(here: SentenceSources, mention: SourceMention, kind: str) -> list[str]:
    """Return by which word a mention is the subject of a relative clause: Roe, who says; the letter, which says."""
    for token, how in mention.roles:
        if how.startswith("relative"):
            word = next((w for w in reversed(here.words[max(0, token - 4) : token]) if w in _RELATIVES), "-")
            return [f"rel={word}|{kind}", f"rel={word}|{how}"]
    return []


def subject_features(here: SentenceSources, mention: SourceMention, quote: int) -> list[str]:
    """Return of which verb above the quote a mention is the subject, whether or not that verb reports.

    After an official decided it was a “…”: the official, more than who is told of in the clauses around.
    """
    up = here.heads[mention.head]
    if here.deps[mention.head] not in SUBJECTS:
        return []
    verbs = [token for token in here.governors(quote) if here.tags[token].startswith("VB")][:4]
    if up not in verbs:
        return []
    place = f"vsubj={verbs.index(up)}|{'cue' if up in here.cue_at else 'other'}"
    return [place, f"{place}|{mention.kind}"]


_RELATIVES = frozenset(["who", "which", "that", "whom", "whose"])


def accord_features(
    here: SentenceSources, mention: SourceMention, above: list[tuple[Cue, str]], last: int
) -> list[str]:
    """Return what `according to` right behind a quote tells; `last` is the quote's last token.

    Roe met Doe “to talk about the pier,” according to a diary: the diary's words; not so where Roe said it was “late,”.
    """
    accord = next((c.token for c in here.cues if c.kind == "according" and last < c.token <= last + 2), None)
    if accord is None:
        return []
    hangs = f"{above[0][1]}|{verb_class(above[0][0].lemma)}" if above else "nocue"
    holds = next((how for token, how in mention.roles if token == accord), "not")
    top = next((how for token, how in mention.roles if above and token == above[0][0].token), "-")
    return [f"accord={holds}|{hangs}", f"accord={holds}|{top}|{hangs}"]


def stands_right_beside(here: SentenceSources, mention: SourceMention, place: tuple[int, int]) -> list[str]:
    """Return by which layout alone a mention right beside a quote may be known for its source.

    Its label: `Roe: “…”`; whose it is: `Roe's “…” promise`; who speaks right behind a comma: `“…,” one reader wrote.`
    Also whose line it stands in: `Roe: No, they all go “…”`
    """
    first, last = place
    words = here.words
    found = []
    if mention.last + 1 < first and words[mention.last + 1 : first] == [":"]:
        start = mention.first == 0 or here.in_quote[mention.first - 1] or words[mention.first - 1] in _OPENS
        found.append(f"label|{'start' if start else 'within'}|{mention.kind}")
    elif mention.first == 0 and words[mention.last + 1 : mention.last + 2] == [":"] and mention.last + 1 < first:
        found.append(f"heads-line|{mention.entity_kind or mention.kind}")
    if mention.possessive and mention.last < first <= mention.last + 2:
        found.append("owns-quoted|" + _quoted_noun(here, last + 1))
    if mention.first > last and all(here.tags[i] in _TITLE_TAGS for i in range(last + 1, mention.first)):
        verb = next((i for i in range(mention.last + 1, min(len(words), mention.last + 4)) if i in here.cue_at), None)
        if verb is not None and here.cue_at[verb].kind == "verb" and "," in words[last - 1 : last + 1]:
            found.append(f"says-behind|{here.tags[verb]}")
    return found


def _quoted_noun(here: SentenceSources, behind: int) -> str:
    """Return what stands behind a quote that is somebody's: a noun cue within two tokens, else the word's class."""
    cue = here.cue_at.get(behind) or here.cue_at.get(behind + 1)
    if cue is not None and cue.kind == "noun":
        return "cue"
    return here.tags[behind][:2] if behind < len(here.words) else "-"


_OPENS = frozenset(["-", "—", "–", "--", "•", ";", "|"])
_TITLE_TAGS = frozenset(["DT", "NNP", "NN", "JJ"])
