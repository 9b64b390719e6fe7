"""The body of a web page: its paragraphs, headings and block quotes, without what surrounds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from quotes.page_lines import is_page_line

# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "audio", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "iframe", "main", "nav", "object", "ol", "p", "pre",
    "script", "section", "style", "table", "ul", "video",
))
# fmt: on
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# fmt: off
_UNREAD = (
    "script", "style", "noscript", "template", "svg", "link", "meta",
    "nav", "footer", "aside", "menu", "button", "select", "input", "textarea",
    "img", "picture", "source", "video", "audio", "canvas", "object", "embed", "iframe",
)
# fmt: on
"""What holds no words of an article, and is most of many a page: each of the library's passes would go over it.

Not `form`: pages exist that are one form from top to bottom.
"""
_LOOSE_CONTAINERS = ("div", "section", "article", "main", "td")
_MIN_LOOSE_CHARS = 40
_CAPTIONS = [
    "//figcaption",
    "//*[self::p or self::div or self::span][contains(@class, 'caption')]",
    "//*[contains(@class, 'twitter-tweet') or contains(@class, 'instagram-media') or contains(@class, 'tiktok-embed')]",
]
_PARAGRAPHS = frozenset(("p", "head", "item", "cell", "code"))
_SPACE = re.compile(r"[^\S\n]+")
_NOT_OF_WORDS = re.compile(r"[\W_]+")


def read_body(page: HtmlElement, title: str | None) -> list[str]:
    """Return the paragraphs of the page's article in order, without its title; an empty list if it has none.

    Changes `page`. Section headings are paragraphs of their own, so are the items of a list; line breaks inside a
    paragraph are `\\n`. Captions, embedded posts, teasers and the site's own voice are left out.
    """
    etree.strip_elements(page, *_UNREAD, with_tail=False)
    _wrap_loose_text(page)
    held = sum(len(words.strip()) for words in page.xpath("//p//text()"))
    found = _extract(page, fast=True)
    if sum(map(len, found)) < held / 2:  # a long lead stands apart from the text, and was taken for all of it
        found = _extract(page, fast=False)
    named = _squash(title or "")
    paragraphs: list[str] = []
    for paragraph in found:
        if _squash(paragraph) == named or is_page_line(paragraph):
            continue
        if not paragraphs or paragraph != paragraphs[-1]:
            paragraphs.append(paragraph)
    return paragraphs


def _extract(page: HtmlElement, *, fast: bool) -> list[str]:
    """Return all that the library takes for the article; unless `fast`, it asks two other extractors besides."""
    document = bare_extraction(
        page,
        fast=fast,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        prune_xpath=_CAPTIONS,
    )
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return list(_paragraphs(document.body))


def _wrap_loose_text(page: HtmlElement) -> None:
    """Give paragraphs to text that stands bare in a container, broken by `<br>` only.

    `<div>ARVEN: <a>Ilmar</a>'s mayor spoke.<br><br>She said …</div>` would lose the link's word otherwise, and with
    it half a name.
    """
    for container in list(page.iter(*_LOOSE_CONTAINERS)):
        loose = len((container.text or "").strip()) + sum(len((child.tail or "").strip()) for child in container)
        if loose >= _MIN_LOOSE_CHARS:
            _wrap_children(container)


def _wrap_children(container: HtmlElement) -> None:
    """Put each run of text and inline elements into a `<p>`; blocks stay between them."""
    children = list(container)
    paragraph = container.makeelement("p")
    paragraph.text, container.text = container.text, None
    for child in children:
        container.remove(child)
    for child in children:
        if not _is_break(child) and child.tag not in _BLOCKS:
            paragraph.append(child)
            continue
        _append_filled(container, paragraph)
        paragraph = container.makeelement("p")
        paragraph.text, child.tail = child.tail, None
        if not _is_break(child):
            container.append(_lone_heading(child))
    _append_filled(container, paragraph)


def _append_filled(container: HtmlElement, paragraph: HtmlElement) -> None:
    if len(paragraph) or (paragraph.text or "").strip():
        container.append(paragraph)


def _is_break(element: HtmlElement) -> bool:
    """Tell whether an element is a line break: `<br>`, or an empty `<span class="x br">` styled as one."""
    if element.tag == "br":
        return True
    empty = element.tag == "span" and not len(element) and not (element.text or "").strip()
    return empty and "br" in (element.get("class") or "").split()


def _lone_heading(block: HtmlElement) -> HtmlElement:
    """Return the heading that is all a block holds, for `<div><h2>…</h2></div>` between paragraphs; or the block."""
    if len(block) == 1 and block[0].tag in _HEADINGS and not (block.text or "").strip():
        return block[0]
    return block


def _paragraphs(body: HtmlElement) -> Iterator[str]:
    """Yield the text of each paragraph-like element of trafilatura's tree, outermost ones only."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag in _PARAGRAPHS or not len(element):
            yield from _lines(element)
            tail = _tidy(element.tail)
            if tail:
                yield tail
            continue
        if (lead := _tidy(element.text)) is not None:
            yield lead
        waiting.extend(reversed(element))


def _lines(element: HtmlElement) -> Iterator[str]:
    """Yield the paragraphs of one element: an empty line inside it parts two."""
    parts: list[str] = [element.text or ""]
    for inner in element.iterdescendants():
        if inner.tag == "lb":
            parts.append("\n")
        else:
            parts.append(inner.text or "")
        parts.append(inner.tail or "")
    # iterdescendants gives an element before its children, so tails of parents come too early: itertext knows better
    text = "".join(parts) if not any(len(inner) for inner in element) else "".join(element.itertext())
    for piece in re.split(r"\n[^\S\n]*\n", text):
        if tidy := _tidy(piece):
            yield tidy


def _tidy(text: str | None) -> str | None:
    lines = (_SPACE.sub(" ", line).strip() for line in (text or "").split("\n"))
    return "\n".join(line for line in lines if line) or None


def _squash(text: str) -> str:
    return _NOT_OF_WORDS.sub("", text.casefold())
