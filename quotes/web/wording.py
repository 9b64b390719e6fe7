"""Words for people where the record has codes: confidence, kinds, dates, capacities."""

from __future__ import annotations

from datetime import UTC, datetime

from quotes.types import Quote, Speaker

_CONFIDENCE = (
    (0.95, "Very sure"),
    (0.85, "Sure"),
    (0.65, "Probable"),
    (0.4, "Doubtful"),
    (0.0, "A guess"),
)

_KINDS = {
    "direct": "Direct: a whole sentence or more is quoted.",
    "mixed": "Mixed: a fragment inside the writer’s own sentence.",
}

NO_SPEAKER = "Speaker not named"


def confidence_in_words(confidence: float) -> str:
    """Return what a confidence of 0 to 1 means to a reader: `0.91` ▶ `Sure`."""
    return next(words for least, words in _CONFIDENCE if confidence >= least or least == 0.0)


def right_in_a_hundred(confidence: float) -> int:
    """Return how many of a hundred such attributions are right: never a hundred, for none is beyond doubt."""
    return min(99, int(confidence * 100 + 1e-9))


def kind_in_words(kind: str) -> str:
    """Return a sentence that explains the kind of quotation."""
    return _KINDS.get(kind, kind)


def rule_in_words(rule: str) -> str:
    """Return a rule's name as words: `subject-of-cue` ▶ `subject of cue`."""
    return rule.replace("-", " ").replace("_", " ")


def speaker_name(speaker: Speaker | None) -> str:
    """Return the speaker's name, or words that say that there is none."""
    return speaker.name if speaker is not None and speaker.name.strip() else NO_SPEAKER


def quote_label(speaker: Speaker | None) -> str:
    """Return what a quote is called where its words are not shown: `Quote by Ines Okafor`."""
    return f"Quote by {speaker.name}" if speaker is not None and speaker.name.strip() else "Quote, speaker not named"


def capacity(quote: Quote) -> str:
    """Return role and organisation in one line: `spokesman, Port Authority`; `""` if the text states neither.

    Nothing is said twice: neither an organisation that the role ends with (`mayor of Ostholm`, `Ostholm`), nor the
    role of somebody who has no other name (`police officer`).
    """
    role, organization = quote.affiliation.role or "", quote.affiliation.organization or ""
    if quote.speaker is not None and role.casefold() == quote.speaker.name.casefold():
        role = ""
    if role and organization and role.casefold().endswith(organization.casefold()):
        return role
    return ", ".join(part for part in (role, organization) if part)


def attribution_line(quote: Quote) -> str:
    """Return who says it and in what capacity: `Ines Okafor, harbour master, Port of Ostholm`."""
    return ", ".join(part for part in (speaker_name(quote.speaker), capacity(quote)) if part)


def day(moment: datetime | None) -> str:
    """Return a date for people, in UTC: `7 March 2026`; `""` for None."""
    if moment is None:
        return ""
    moment = moment.astimezone(UTC) if moment.tzinfo is not None else moment
    return f"{moment.day} {moment:%B %Y}"
