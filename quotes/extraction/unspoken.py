"""What stands between marks and is nobody's speech by the words around it alone: no weighing needed."""

from __future__ import annotations

from itertools import islice

import regex

from quotes.extraction.mark_contexts import Context, first_of_list, line_before
from quotes.extraction.mark_uses import WORD
from quotes.extraction.scene import Scene

_REACH = 80
"""Characters of a banner that are looked at."""
_NAME = 5
"""Words of the longest span that is taken for a name because it is called one."""

# a paper titled “Lamps and Harbours” / her second album, entitled: “Salt” / The show's title? “Lamps.”
_TITLED = regex.compile(r"\b(?:(?:titled|entitled|subtitled)[,:]?|title[?:])\s*$")

# You need not say “at this moment in time”. / If you say “I am fine”, … / Don’t write “utilise”. / Beware of anyone who
# tells others to “wake up”.
_ADVICE = regex.compile(
    r"\b(?:you|anyone|nobody)\s(?:(?:don[’']t|do|not|never|need|to|can|can[’']t|cannot|could|should|shouldn[’']t|might"
    r"|may|would|will|have|want|must|just|simply|also|often|ever)\s){0,5}(?:say|write)[,:]?\s*$"
    r"|(?:^|[.!?\ue000]\s|\n)(?:don[’']t|do\snot|never)\s(?:just\s)?(?:say|write)[,:]?\s*$"
    r"|\b(?:anyone|anybody|whoever)\s(?:who\s)?(?:says|writes|tells\s(?:you|us|me|others|people|them))(?:\sto|\sthat)?[,:]?\s*$",
    regex.I,
)

# “Follow Ann Roe on Twitter @annroe”
_BANNER = regex.compile(r"Follow\b.{1,50}\bon\s(?:Twitter|Facebook|Instagram|X)\b", regex.S)

# She wrote “lumen”, Latin for “light”. But: He thanked the Danish for “a dry bed”.
_TRANSLATED = regex.compile(
    r"(?<!\bthe\s)\b(?:Arabic|Chinese|Danish|Dutch|Finnish|French|Gaelic|German|Greek|Hawaiian|Hebrew|Hindi|Hungarian"
    r"|Irish|Italian|Japanese|Korean|Latin|Malay|Mandarin|Norwegian|Polish|Portuguese|Russian|Spanish|Swahili|Swedish"
    r"|Turkish|Ukrainian|Urdu|Welsh|Yiddish|short|shorthand|slang)\sfor\s$"
)

# Some held up placards: “Save our ferry”; marchers with banners that read “Boats not bombs”. One may be somebody’s.
_CARRIED = regex.compile(
    r"\b(?:carr(?:y|ied|ying)|h[eo]ld(?:ing)?|wav(?:e|ed|ing)|brandish(?:ed|ing)?|wear(?:ing)?|wore|raised|raising|with)"
    r"\s(?:[\w-]+\s){0,3}(?:signs|placards|banners|posters|t-shirts|T-shirts|shirts|badges|stickers)"
    r"(?:\s(?:that|which))?(?:\s(?:read|reading|said|saying|proclaiming|declaring|stating|with))?"
    r"(?:\s(?:slogans|messages)\s(?:like|such\sas))?[,:]?\s*$"
)

# “Boats not bombs,” read one banner. “No toll,” read another.
_READ_ANOTHER = regex.compile(
    r"[,.!?]?[”\"’']{0,2},?\s(?:reads?|said)\s(?:another|others|a\s(?:second|third))(?:\ssign)?[.,;]"
)
_READ_ONE = regex.compile(
    r"\b(?:reads?|said)\s(?:one|a|the)\s(?:[\w-]+\s){0,2}(?:sign|placard|banner|poster|t-shirt|T-shirt)\b"
)
_AGO = 250
"""Characters before a span in which the first of several signs is looked for."""

# "(APPLAUSE.): what transcripts print between what is said
_STAGE = regex.compile(r"\([\p{Lu} ]{4,30}[.)]")


def is_unspoken(scene: Scene, span_index: int, context: Context) -> bool:
    """Tell whether a span is a title or name that is called one, an example of how to put things, or on a banner.

    She said the so-called “two-key rule” was followed; a practice known as “milking”. `context` is what stands before.
    """
    span = scene.spans[span_index]
    before = line_before(scene.mask, span.start)
    if _TITLED.search(before) or _ADVICE.search(before) or _TRANSLATED.search(before):
        return True
    if context.use == "sign" and _CARRIED.search(line_before(scene.mask, first_of_list(scene, span_index))):
        return True
    another = _READ_ANOTHER.match(scene.text, span.inner.end, span.inner.end + 24) is not None
    if another and _READ_ONE.search(scene.mask, max(0, span.start - _AGO), span.start) is not None:
        return True
    if context.use in ("so-called", "known") and not context.listed:
        words = span.inner.of(scene.text)
        if sum(1 for _ in islice(WORD.finditer(words), _NAME + 1)) <= _NAME:
            return True
    end = min(span.inner.end, span.inner.start + _REACH)
    return any(pattern.match(scene.text, span.inner.start, end) is not None for pattern in (_BANNER, _STAGE))
