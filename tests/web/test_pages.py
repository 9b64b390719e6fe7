"""The pages as they come over the wire; what a browser makes of them stands in tests/browser."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from lxml import html as parsed

from tests.web.invented import HARBOUR, MARKUP
from tests.web.serving import Site


def tree(site: Site, path: str) -> Any:
    answer = site.ask(path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    return parsed.document_fromstring(answer.text)


def structured(site: Site, words: str) -> dict[str, Any]:
    scripts = tree(site, f"/quotes/{site.id_of(words)}").xpath("//script[@type='application/ld+json']")
    assert len(scripts) == 1
    found: dict[str, Any] = json.loads(scripts[0].text)
    return found


def text_of(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_the_first_page_shows_the_newest(site: Site) -> None:
    page = tree(site, "/")
    assert len(page.xpath("//article")) == 6
    captions = [text_of(caption) for caption in page.xpath("//article//figcaption")]
    assert "Ines Okafor, harbour master, Port of Ostholm" in captions
    assert "Speaker not named" in captions


def test_every_field_has_a_label_and_keeps_what_was_typed(site: Site) -> None:
    page = tree(site, "/?q=a%22b&speaker=Okafor&organization=x&topic=y&outlet=z&since=2026-03-01&until=2026-03-31")
    for field in page.xpath("//form[@role='search']//input"):
        assert page.xpath(f"//label[@for='{field.get('id')}']")
        assert field.get("value")
    assert page.xpath("//input[@name='q']/@value") == ['a"b']


def test_results_lead_to_the_quote_and_to_the_words_in_the_source(site: Site) -> None:
    page = tree(site, "/?q=breakwater&speaker=okafor&topic=harbour")
    (card,) = page.xpath("//article")
    assert card.xpath(".//a[@class='open']/@href") == [f"/quotes/{site.id_of('breakwater')}"]
    (source,) = card.xpath(".//cite/a")
    assert ":~:text=" in source.get("href")
    assert source.get("target") == "_blank"
    assert source.get("rel") == "noopener"


def test_pages_of_results_keep_the_question(site: Site) -> None:
    first = tree(site, "/?limit=1&speaker=okafor&utm_source=x")
    (address,) = first.xpath("//a[@rel='next']/@href")
    assert "utm_source" not in address
    second = tree(site, "/" + address)
    assert len(second.xpath("//article")) == 1
    texts = [text_of(page.xpath("//article//blockquote")[0]) for page in (first, second)]
    assert texts[0] != texts[1]
    assert not second.xpath("//a[@rel='next']")
    assert second.xpath("//nav[@class='pages']/a[text()='First page']")


def test_an_empty_result_says_what_to_try(site: Site) -> None:
    page = tree(site, "/?speaker=Ines%20Okafer&q=breakwater")
    empty = page.xpath("//div[@class='empty']")[0]
    assert "No quote matches" in text_of(empty)
    links = {text_of(link): link.get("href") for link in empty.xpath(".//a")}
    assert links["Ines Okafor"] == "/?speaker=Ines+Okafor"
    assert links["without “Ines Okafer”"] == "/?q=breakwater"


def test_a_bad_field_is_said_beside_it(site: Site) -> None:
    answer = site.ask("/?since=never&q=ferry")
    assert answer.status == 400
    page = parsed.document_fromstring(answer.text)
    (field,) = page.xpath("//input[@aria-invalid]")
    assert (field.get("name"), field.get("value")) == ("since", "never")
    assert field.get("type") == "text", "a date field would show nothing of what was typed"
    assert page.xpath(f"//*[@id='{field.get('aria-describedby')}']")
    assert page.xpath("//input[@name='q']/@value") == ["ferry"]


def test_a_bad_cursor_leads_back_to_the_first_page(site: Site) -> None:
    answer = site.ask("/?q=ferry&cursor=x")
    assert answer.status == 400
    assert parsed.document_fromstring(answer.text).xpath("//p[@role='alert']/a/@href") == ["/?q=ferry"]


def test_the_quote_its_attribution_and_its_source_are_marked_up(site: Site) -> None:
    page = tree(site, f"/quotes/{site.id_of('counted')}")
    (figure,) = page.xpath("//figure[@class='lead']")
    (blockquote,) = figure.xpath("./blockquote")
    assert blockquote.get("cite") == "https://news.example/2026/harbour?edition=a&part=1#top"
    assert blockquote.get("lang") == "en"
    assert [text_of(paragraph) for paragraph in blockquote.xpath("./p")] == [
        "“We counted every stone on the mole – 4,116, give or take.",
        "“Then we counted them again, because nobody believed the first number,”",
    ]
    assert text_of(figure.xpath("./figcaption/p[1]")[0]) == "Marta de la Vega Ruiz, chief engineer, Vega & Sons"
    assert text_of(figure.xpath("./figcaption//cite")[0]) == "Ferries wait as Ostholm mends its lights"
    (link,) = page.xpath("//p[@class='read']/a/@href")
    assert link.endswith("#top:~:text=We%20counted%20every%20stone%20on,nobody%20believed%20the%20first%20number%2C")


def test_the_passage_marks_the_quote_and_its_evidence(site: Site) -> None:
    page = tree(site, f"/quotes/{site.id_of('breakwater')}")
    (passage,) = page.xpath("//p[@class='passage']")
    assert passage.text_content() == HARBOUR.splitlines()[1]
    assert (
        passage.xpath("./mark")[0].text == "The harbour stays shut until the last lamp on the breakwater burns again,"
    )
    assert [(span.get("class"), span.text) for span in passage.xpath("./span")] == [
        ("evidence mention", "Ines Okafor"),
        ("evidence cue", "said"),
    ]
    facts = {text_of(row[0]): text_of(row[1]) for row in page.xpath("//dl/div")}
    assert facts["Confidence"] == "Very sure (0.97: of a hundred such attributions about 97 are right)"
    assert facts["Rule"] == "subject of cue"
    assert facts["Cue"] == "said"


def test_a_quote_without_a_speaker_says_so(site: Site) -> None:
    page = tree(site, f"/quotes/{site.id_of('nobody asked')}")
    assert text_of(page.xpath("//figcaption/p")[0]) == "Speaker not named"
    assert "creator" not in structured(site, "nobody asked")


def test_structured_data_name_one_speaker_twice_by_one_id(site: Site) -> None:
    id = site.id_of("breakwater")
    found = structured(site, "breakwater")
    assert found["@type"] == "Quotation"
    assert found["@id"] == found["url"] == f"{site.base}/quotes/{id}"
    assert found["text"] == "The harbour stays shut until the last lamp on the breakwater burns again,"
    assert found["creator"]["@type"] == "Person"
    assert found["creator"]["name"] == "Ines Okafor"
    assert found["creator"]["jobTitle"] == "harbour master"
    assert found["creator"]["affiliation"] == {"@type": "Organization", "name": "Port of Ostholm"}
    assert found["spokenByCharacter"] == {"@id": found["creator"]["@id"]}
    assert found["isPartOf"] == {
        "@type": "NewsArticle",
        "headline": "Ferries wait as Ostholm mends its lights",
        "url": "https://news.example/2026/harbour?edition=a&part=1#top",
        "datePublished": "2026-03-07T09:30:00Z",
        "publisher": {"@type": "Organization", "name": "The Ostholm Post"},
    }
    assert found["isBasedOn"] == found["isPartOf"]["url"]


def test_structured_data_cannot_end_their_script(site: Site) -> None:
    page = site.ask(f"/quotes/{site.id_of('strange letter')}").text
    block = page[page.index("application/ld+json") :]
    block = block[: block.index("</script>")]
    assert "<" not in block.partition(">")[2]
    assert structured(site, "strange letter")["text"].startswith(MARKUP)
    assert "url" not in structured(site, "strange letter")["isPartOf"]


def test_previews_have_what_they_show(site: Site) -> None:
    page = tree(site, f"/quotes/{site.id_of('breakwater')}")
    found = {tag.get("property") or tag.get("name"): tag.get("content") for tag in page.xpath("//meta[@content]")}
    assert found["og:title"].startswith("Ines Okafor: “The harbour stays shut")
    assert found["og:description"].endswith("— Ines Okafor, harbour master, Port of Ostholm")
    assert found["og:url"] == f"{site.base}/quotes/{site.id_of('breakwater')}"
    assert found["og:site_name"] == "Quotes"
    assert found["author"] == "Ines Okafor"
    image = site.ask(found["og:image"].removeprefix(site.base))
    assert (image.status, image.headers["Content-Type"]) == (200, "image/png")
    assert image.body.startswith(b"\x89PNG")


def test_the_snippets_are_markup_that_stands_alone(site: Site) -> None:
    id = site.id_of("breakwater")
    page = tree(site, f"/quotes/{id}")
    (frame,) = parsed.fragments_fromstring(page.xpath("//textarea[@id='snippet-frame']")[0].text)[:1]
    assert frame.tag == "iframe"
    assert frame.get("src") == f"{site.base}/quotes/{id}/embed"
    (figure,) = parsed.fragments_fromstring(page.xpath("//textarea[@id='snippet-figure']")[0].text)
    assert figure.tag == "figure"
    assert text_of(figure.xpath("./figcaption")[0]) == (
        "— Ines Okafor, harbour master, Port of Ostholm. Ferries wait as Ostholm mends its lights, The Ostholm Post, "
        "7 March 2026"
    )
    assert figure.xpath("./blockquote/@cite") == ["https://news.example/2026/harbour?edition=a&part=1#top"]


@pytest.mark.parametrize("path", ["/", "/?q=strange", "/quotes/{id}", "/quotes/{id}/embed"])
def test_markup_in_a_record_is_shown_as_text(site: Site, path: str) -> None:
    answer = site.ask(path.format(id=site.id_of("strange letter")))
    assert answer.status == 200
    page = parsed.document_fromstring(answer.text)
    for element in page.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name == "autofocus"]
        assert not element.get("href", "").startswith("javascript")
        assert not element.get("cite", "").startswith("javascript")
    assert not page.xpath("//svg | //em | //img")
    assert not [
        script for script in page.xpath("//script") if "alert(" in (script.text or "") and not script.get("type")
    ]
    assert MARKUP in page.xpath("//blockquote")[0].text_content()
    # No element of ours is left open by the record: the last thing in the body is the end of the body.
    assert re.search(r"</body>\s*</html>\s*$", answer.text)


def test_what_was_asked_is_shown_as_text(site: Site) -> None:
    answer = site.ask("/?q=%3Cscript%3Ealert(9)%3C/script%3E&topic=%22%20onfocus=alert(9)%20x=%22")
    assert "<script>alert(9)" not in answer.text
    assert html.escape("<script>alert(9)</script>") in answer.text
    assert parsed.document_fromstring(answer.text).xpath("//input[@name='topic']/@value") == ['" onfocus=alert(9) x="']


@pytest.mark.parametrize(
    "path", ["/quotes/0000000000000000", "/quotes/0000000000000000/embed", "/nothing/here", "/quotes/%3Cb%3E"]
)
def test_a_missing_page_is_a_page(site: Site, path: str) -> None:
    answer = site.ask(path)
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    page = parsed.document_fromstring(answer.text)
    assert text_of(page.xpath("//h1")[0]) == "Not Found"
    assert not page.xpath("//b")
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_a_page_cannot_be_posted_to(site: Site) -> None:
    answer = site.ask("/", "POST")
    assert (answer.status, answer.headers["Content-Type"]) == (405, "text/html; charset=utf-8")


def test_only_the_card_may_be_framed(site: Site) -> None:
    answer = site.ask(f"/quotes/{site.id_of('breakwater')}/embed")
    policy = answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers
    assert "frame-ancestors *" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_the_card_needs_nothing_else(site: Site) -> None:
    page = tree(site, f"/quotes/{site.id_of('breakwater')}/embed")
    assert not page.xpath("//*[@src] | //link[@rel='stylesheet'] | //link[@rel='icon'] | //*[@style]")
    assert "loading" not in site.ask(f"/quotes/{site.id_of('breakwater')}/embed").text


@pytest.mark.parametrize("path", ["/", "/quotes/{id}", "/quotes/{id}/embed"])
def test_pages_are_revalidated(site: Site, path: str) -> None:
    path = path.format(id=site.id_of("breakwater"))
    tag = site.ask(path).headers["ETag"]
    assert site.ask(path, If_None_Match=tag).status == 304


def test_static_files_are_served(site: Site) -> None:
    for name, kind in (("page.css", "text/css"), ("page.js", "text/javascript"), ("icon.svg", "image/svg+xml")):
        answer = site.ask(f"/static/{name}")
        assert (answer.status, answer.headers["Content-Type"].partition(";")[0]) == (200, kind)
    assert site.ask("/static/../pages.py").status == 404
    assert site.ask("/static/%2e%2e/pages.py").status == 404
