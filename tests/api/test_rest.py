"""REST, version 1, over the wire."""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encode

import pytest

from tests.web.invented import MARKUP
from tests.web.serving import Answer, Site

RECORD = [
    "id",
    "text",
    "kind",
    "start",
    "end",
    "speaker",
    "speaker_span",
    "mention",
    "cue",
    "role",
    "organization",
    "addressee",
    "confidence",
    "rule",
    "topics",
    "context",
    "article",
]


def problem_of(answer: Answer, status: int) -> dict[str, object]:
    """Check that the answer is a problem document of this status, and return it."""
    assert answer.status == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    found: dict[str, object] = answer.json
    assert list(found)[:5] == ["type", "title", "status", "detail", "instance"]
    assert found["status"] == status
    assert found["type"] == "about:blank"
    assert answer.headers["Cache-Control"] == "no-store"
    return found


def test_a_list_has_records_and_the_next_cursor(site: Site) -> None:
    answer = site.ask("/api/v1/quotes")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert list(answer.json) == ["items", "next"]
    assert answer.json["next"] is None
    assert len(answer.json["items"]) == 6
    for record in answer.json["items"]:
        assert list(record) == RECORD


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("speaker=okafor", {"The harbour stays shut", "a slow kind"}),
        ("speaker=Jean-Luc%20Ngata&q=older%20town", {"It was here"}),
        ("organization=vega", {"We counted every"}),
        ("topic=ferries", {"The harbour stays shut"}),
        ("q=%22before%20the%20map%22", {"It was here"}),
        ("q=nothing-of-this", set()),
        (
            "outlet=the%20ostholm%20post&speaker=",
            {"The harbour stays shut", "a slow kind", "We counted every", "Nobody asked us"},
        ),
        ("since=2026-03-08", {"<script>alert(1)"}),
        ("until=2026-03-07&q=stones", {"We counted every"}),
        ("since=2026-03-07T09:30:00Z&until=2026-03-07&topic=harbour", {"The harbour stays shut"}),
    ],
)
def test_filters(site: Site, query: str, texts: set[str]) -> None:
    items = site.ask(f"/api/v1/quotes?{query}").json["items"]
    found = {text for item in items for text in texts if item["text"].startswith(text)}
    assert (found, len(items)) == (texts, len(texts))


def test_cursors_lead_through_everything_once(site: Site) -> None:
    whole = [item["id"] for item in site.ask("/api/v1/quotes").json["items"]]
    path, seen = "/api/v1/quotes?limit=4", []
    while path:
        answer = site.ask(path)
        seen += [item["id"] for item in answer.json["items"]]
        link = re.fullmatch(r'<([^>]+)>; rel="next"', answer.headers.get("Link", ""))
        assert (answer.json["next"] is None) == (link is None)
        path = link[1].removeprefix(site.base) if link else ""
    assert seen == whole


def test_one_quote_by_its_id(site: Site) -> None:
    id = site.id_of("breakwater")
    record = site.ask(f"/api/v1/quotes/{id}").json
    assert record["id"] == id
    assert record["speaker"]["name"] == "Ines Okafor"
    assert (record["role"], record["organization"]) == ("harbour master", "Port of Ostholm")
    assert record["article"]["published"] == "2026-03-07T09:30:00Z"
    assert record["text"] in record["context"]


def test_markup_is_data_in_json(site: Site) -> None:
    record = site.ask(f"/api/v1/quotes/{site.id_of('strange letter')}").json
    assert record["text"].startswith(MARKUP)


def test_speakers_the_most_quoted_first(site: Site) -> None:
    answer = site.ask("/api/v1/speakers?limit=2")
    assert answer.json["items"][0]["name"] == "Ines Okafor"
    assert answer.json["items"][0]["quotes"] == 2
    assert 'rel="next"' in answer.headers["Link"]
    assert [found["name"] for found in site.ask("/api/v1/speakers?q=vega").json["items"]] == ["Marta de la Vega Ruiz"]


def test_health(site: Site) -> None:
    answer = site.ask("/healthz")
    assert (answer.status, answer.json) == (200, {"status": "ok"})
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/api/v1/quotes?speakr=x", "speakr"),
        ("/api/v1/quotes?limit=0", "limit"),
        ("/api/v1/quotes?limit=101", "limit"),
        ("/api/v1/quotes?limit=ten", "limit"),
        ("/api/v1/quotes?limit=%D9%A3", "limit"),
        ("/api/v1/quotes?limit=1_0", "limit"),
        ("/api/v1/quotes?limit=99999999999999999999", "limit"),
        ("/api/v1/quotes?cursor=nonsense", "cursor"),
        ("/api/v1/quotes?cursor=%00", "cursor"),
        ("/api/v1/quotes?since=yesterday", "since"),
        ("/api/v1/quotes?until=2026-02-30", "until"),
        ("/api/v1/quotes?since=2026-03-07&until=2026-03-06", "until"),
        ("/api/v1/quotes?q=" + "x" * 301, "q"),
        ("/api/v1/quotes?q=" + "+".join("abcdefghijklmnopqrstuvwxyz" * 2), "q"),
        ("/api/v1/quotes?q=a%00b", "q"),
        ("/api/v1/quotes?q=a&q=b", "q"),
        ("/api/v1/quotes/abc?q=a", "q"),
        ("/api/v1/speakers?speaker=x", "speaker"),
        ("/api/v1/speakers?cursor=nonsense", "cursor"),
    ],
)
def test_a_bad_parameter_is_named(site: Site, path: str, name: str) -> None:
    found = problem_of(site.ask(path), 400)
    assert found["title"] == "Bad Request"
    assert [bad["name"] for bad in found["invalid_params"]] == [name]  # type: ignore[attr-defined]
    assert str(found["detail"]).startswith(f"{name}: ")


def test_every_bad_parameter_is_named_at_once(site: Site) -> None:
    found = problem_of(site.ask("/api/v1/quotes?limit=x&since=x&until=x"), 400)
    assert {bad["name"] for bad in found["invalid_params"]} == {"limit", "since", "until"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "query", ['q="', "q=AND OR NOT", "q=text:*", "q=^a NEAR(b)", "q=' OR 1=1 --", "speaker=%", "topic='"]
)
def test_signs_of_query_languages_are_plain_text(site: Site, query: str) -> None:
    name, _, value = query.partition("=")
    assert site.ask(f"/api/v1/quotes?{name}={percent_encode(value)}").status == 200


@pytest.mark.parametrize(
    "path", ["/api/v1/quotes/0000000000000000", "/api/v1/quotes/..%2f..", "/api/v1/nothing", "/api/", "/api/v1/quotes/"]
)
def test_what_is_not_there(site: Site, path: str) -> None:
    problem_of(site.ask(path), 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(site: Site, method: str) -> None:
    answer = site.ask("/api/v1/quotes", method)
    problem_of(answer, 405)
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("host", ['evil"><script>', "a b", ""])
def test_a_host_that_is_none_is_refused(site: Site, host: str) -> None:
    problem_of(site.ask("/api/v1/quotes", Host=host), 400)


def test_large_bodies_are_refused(site: Site) -> None:
    problem_of(site.ask("/api/v1/quotes", "GET", b"x" * 70_000), 413)


def test_the_instance_is_a_uri_reference(site: Site) -> None:
    found = problem_of(site.ask("/api/v1/quotes/%C3%A9%20%22%3Cb%3E?x=%22%3Cb%3E"), 400)
    assert found["instance"] == "/api/v1/quotes/%C3%A9%20%22%3Cb%3E?x=%22%3Cb%3E"


def test_any_origin_may_read(site: Site) -> None:
    for path in ("/api/v1/quotes", "/api/v1/quotes/none", "/api/v1/speakers"):
        headers = site.ask(path, Origin="https://paper.example").headers
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert {"Link", "ETag", "Retry-After"} <= set(headers["Access-Control-Expose-Headers"].split(", "))
        assert "Access-Control-Allow-Credentials" not in headers


def test_a_script_may_ask_before_it_revalidates(site: Site) -> None:
    answer = site.ask("/api/v1/quotes", "OPTIONS", Access_Control_Request_Headers="If-None-Match")
    assert answer.status == 200
    assert "If-None-Match" in answer.headers["Access-Control-Allow-Headers"]
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]


def test_an_answer_is_revalidated_by_its_strong_tag(site: Site) -> None:
    first = site.ask("/api/v1/quotes")
    tag = first.headers["ETag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', tag)
    assert first.headers["Cache-Control"] == "public, max-age=300"
    again = site.ask("/api/v1/quotes", If_None_Match=f'"other", {tag}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == tag
    assert site.ask("/api/v1/quotes?limit=2", If_None_Match=tag).status == 200


def test_head_has_the_headers_of_get(site: Site) -> None:
    head, get = site.ask("/api/v1/quotes", "HEAD"), site.ask("/api/v1/quotes")
    assert (head.status, head.body) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type"):
        assert head.headers[name] == get.headers[name]


@pytest.mark.parametrize(
    "path", ["/api/v1/quotes", "/api/v1/none", "/healthz", "/oembed", "/", "/none", "/static/page.css"]
)
def test_headers_that_protect(site: Site, path: str) -> None:
    headers = site.ask(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "Referrer-Policy" in headers
