"""The parse of one sentence in a form in which it can be put right."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
AUXILIARIES = frozenset(["aux", "auxpass"])
LONGEST_PHRASE = 12
"""Tokens of a noun phrase, at most, and from a passive to the quote behind it."""


class Clauses:
    """The parse of a sentence, to be put right in place: lower-case words, tags, heads and dependencies."""

    def __init__(
        self,
        words: Sequence[str],
        tags: MutableSequence[str],
        heads: MutableSequence[int],
        deps: MutableSequence[str],
        in_quote: Sequence[bool],
    ) -> None:
        self.words = words
        self.tags = tags
        self.heads = heads
        self.deps = deps
        self.in_quote = in_quote
        self.children: dict[int, list[int]] = {}
        for i, head in enumerate(heads):
            if head != i:
                self.children.setdefault(head, []).append(i)

    def hang(self, token: int, head: int, dep: str) -> None:
        """Hang a token on another head, or leave it where it is if the head hangs on it: a parse has no circles."""
        up = head
        while token != head and self.heads[up] != up:
            up = self.heads[up]
            if up == token:
                return
        if self.heads[token] != token:
            self.children[self.heads[token]].remove(token)
        self.heads[token], self.deps[token] = head, dep
        if head != token:
            self.children.setdefault(head, []).append(token)

    def below(self, token: int, *deps: str) -> list[int]:
        """Return the tokens that hang on a token in one of the ways given."""
        return [i for i in self.children.get(token, ()) if self.deps[i] in deps]

    def start_of(self, noun: int) -> int:
        """Return the first token of the noun phrase that ends with a noun."""
        first = noun
        for i in range(noun - 1, max(-1, noun - LONGEST_PHRASE), -1):
            if self.in_quote[i] or not first - 1 <= self.heads[i] <= noun or self.deps[i] in ("cc", "prep"):
                break
            if self.deps[i] == "punct" and self.words[i] != "-":
                break
            first = i
        return first
