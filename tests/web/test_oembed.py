"""oEmbed over the wire, and what WordPress and Drupal make of it."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree

import pytest

from tests.web.invented import MARKUP
from tests.web.serving import Answer, Site

# What WordPress looks for in the html of a provider that it does not know.
_WORDPRESS_SHAPE = re.compile(r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", re.S)
_WORDPRESS_LEAVES = {
    "a": {"href"},
    "blockquote": set(),
    "iframe": {"src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"},
}


class Strict(HTMLParser):
    """Reads markup, keeping text, elements in order, and every element that is not closed."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def describe(site: Site, words: str, more: str = "") -> Answer:
    return site.ask(f"/oembed?url={quote(f'{site.base}/quotes/{site.id_of(words)}', safe='')}{more}")


def test_json_has_what_the_standard_wants(site: Site) -> None:
    answer = describe(site, "breakwater")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    found = answer.json
    assert (found["type"], found["version"]) == ("rich", "1.0")
    assert isinstance(found["width"], int)
    assert isinstance(found["height"], int)
    assert found["provider_name"] == "Quotes"
    assert found["provider_url"] == f"{site.base}/"
    assert found["author_name"] == "Ines Okafor"
    assert found["cache_age"] == 300
    assert found["quote"] == "The harbour stays shut until the last lamp on the breakwater burns again,"
    assert found["speaker"] == "Ines Okafor"
    assert found["affiliation"] == "harbour master, Port of Ostholm"
    assert found["source_url"].startswith("https://news.example/2026/harbour?edition=a&part=1#top:~:text=")


def test_xml_says_the_same(site: Site) -> None:
    answer = describe(site, "breakwater", "&format=xml")
    assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert "<!DOCTYPE" not in answer.text
    root = ElementTree.fromstring(answer.body)
    assert root.tag == "oembed"
    found = {child.tag: child.text for child in root}
    assert found == {name: str(value) for name, value in describe(site, "breakwater").json.items()}


@pytest.mark.parametrize("words", ["breakwater", "counted", "strange letter", "nobody asked"])
def test_the_markup_survives_wordpress(site: Site, words: str) -> None:
    markup = describe(site, words).json["html"]
    assert "\n" not in markup
    shape = _WORDPRESS_SHAPE.search(markup)
    assert shape is not None
    assert shape[1] is not None, "the blockquote must open without attributes"
    read = Strict(markup)
    assert read.open == []
    for tag, attributes in read.elements:
        if tag != "p":  # is stripped, its text stays
            assert set(attributes) <= _WORDPRESS_LEAVES[tag]
    frames = [attributes for tag, attributes in read.elements if tag == "iframe"]
    assert len(frames) == 1
    assert str(frames[0]["src"]).endswith("/embed")
    assert str(frames[0]["title"]).startswith("Quote")


def test_the_blockquote_reads_well_alone(site: Site) -> None:
    text = Strict(describe(site, "counted").json["html"]).text
    assert text == (
        "“We counted every stone on the mole – 4,116, give or take. “Then we counted them again, because nobody "
        "believed the first number,” — Marta de la Vega Ruiz, chief engineer, Vega & Sons. Ferries wait as Ostholm "
        "mends its lights, The Ostholm Post, 7 March 2026 (original article)"
    )


def test_an_article_without_address_is_no_dead_link(site: Site) -> None:
    found = describe(site, "map").json
    links = [attributes["href"] for tag, attributes in Strict(found["html"]).elements if tag == "a"]
    assert len(links) == 1
    assert links[0] == f"{site.base}/quotes/{site.id_of('map')}"
    assert "source_url" not in found


def test_hostile_text_stays_text(site: Site) -> None:
    answer = describe(site, "strange letter")
    read = Strict(answer.json["html"])
    assert {tag for tag, _ in read.elements} == {"blockquote", "p", "a", "iframe"}
    assert MARKUP in read.text
    assert "javascript:" not in str([attributes for _, attributes in read.elements])
    xml = {
        child.tag: child.text for child in ElementTree.fromstring(describe(site, "strange letter", "&format=xml").body)
    }
    assert xml["html"] == answer.json["html"]
    assert str(xml["quote"]).startswith(MARKUP)


@pytest.mark.parametrize(("width", "height"), [(320, 200), (100, 90), (1, 1), (5000, 5000)])
def test_the_frame_fits_the_limits(site: Site, width: int, height: int) -> None:
    found = describe(site, "breakwater", f"&maxwidth={width}&maxheight={height}").json
    assert 0 < found["width"] <= min(width, 600)
    assert 0 < found["height"] <= height
    frame = next(attributes for tag, attributes in Strict(found["html"]).elements if tag == "iframe")
    assert (frame["width"], frame["height"]) == (str(found["width"]), str(found["height"]))
    # A frame that was made too small for its card must be able to scroll.
    assert ("scrolling" in frame) == (height == 5000)


def test_a_narrow_frame_is_higher(site: Site) -> None:
    assert describe(site, "breakwater", "&maxwidth=300").json["height"] > describe(site, "breakwater").json["height"]


@pytest.mark.parametrize("more", ["&dnt=1", "&format=", "&format=JSON", "&maxwidth=", "&callback=x"])
def test_other_parameters_are_ignored(site: Site, more: str) -> None:
    answer = describe(site, "breakwater", more)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/json")


@pytest.mark.parametrize(
    "ending", ["", "/", "/embed", "/embed/", "#context", "?utm_source=x", "/embed#?secret=abcdefghij"]
)
def test_any_form_of_the_address_is_known(site: Site, ending: str) -> None:
    address = f"{site.base}/quotes/{site.id_of('breakwater')}{ending}"
    assert site.ask(f"/oembed?url={quote(address, safe='')}").status == 200


@pytest.mark.parametrize(
    "address",
    [
        "{base}/quotes/0000000000000000",
        "{base}/quotes/",
        "{base}/quotes/{id}/more",
        "{base}/api/v1/quotes/{id}",
        "{base}/x/../quotes/{id}",
        "{base}.evil.example/quotes/{id}",
        "http://evil.example/quotes/{id}",
        "http://127.0.0.1:1/quotes/{id}",
        "http://127.0.0.1:x/quotes/{id}",
        "http://[half/quotes/{id}",
        "ftp://127.0.0.1/quotes/{id}",
        "//127.0.0.1/quotes/{id}",
        "/quotes/{id}",
        "{id}",
        "http://user@evil.example@{host}/quotes/{id}/",
        "{base}/quotes/{id}%0d%0aX: y",
    ],
)
def test_other_addresses_are_not_found(site: Site, address: str) -> None:
    filled = address.format(base=site.base, id=site.id_of("breakwater"), host=site.host)
    answer = site.ask(f"/oembed?url={quote(filled, safe='')}")
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("url=", 400),
        ("format=yaml&url={page}", 501),
        ("format=yaml", 501),
        ("url={page}&maxwidth=wide", 400),
        ("url={page}&maxheight=0", 400),
        ("url={page}&maxwidth=-5", 400),
    ],
)
def test_what_cannot_be_answered(site: Site, query: str, status: int) -> None:
    answer = site.ask("/oembed?" + query.format(page=f"{site.base}/quotes/{site.id_of('breakwater')}"))
    assert answer.status == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json["status"] == status


def test_any_origin_may_read_it(site: Site) -> None:
    assert describe(site, "breakwater").headers["Access-Control-Allow-Origin"] == "*"


def test_a_page_is_discovered_as_wordpress_drupal_and_ghost_do(site: Site) -> None:
    id = site.id_of("breakwater")
    page = site.ask(f"/quotes/{id}").text
    head = page[: page.index("</head>")]
    assert len(head.encode()) < 15_000
    links = dict(re.findall(r'<link rel="alternate" type="([a-z/+]+oembed)" href="([^"]+)"', head))
    assert list(links) == ["application/json+oembed", "text/xml+oembed", "application/xml+oembed"]
    assert head.index("application/json+oembed") < 500
    for kind, href in links.items():
        address = urlsplit(html.unescape(href))
        assert set(parse_qs(address.query)) == {"url", "format"}
        answer = site.ask(f"{address.path}?{address.query}")
        assert answer.status == 200
        assert ("xml" in answer.headers["Content-Type"]) == ("xml" in kind)
