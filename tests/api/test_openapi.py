"""The description of the API says what the API does."""

from __future__ import annotations

from typing import Any, get_args
from urllib.parse import urlencode

import pytest

from quotes.api.parameters import QUOTE_PARAMETERS, SPEAKER_PARAMETERS
from quotes.types import SpeakerType
from tests.web.serving import Site


@pytest.fixture(scope="module")
def described(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = site.ask("/api/v1/openapi.json").json
    return found


def resolve(described: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        found: Any = described
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        schema = found
    return schema


_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
    "null": type(None),
}


def faults(described: dict[str, Any], value: Any, schema: dict[str, Any], place: str = "$") -> list[str]:
    """Return where `value` is not what `schema` says, for the part of JSON Schema that the description uses."""
    schema = resolve(described, schema)
    found: list[str] = []
    if "oneOf" in schema:
        if not any(faults(described, value, choice, place) == [] for choice in schema["oneOf"]):
            found.append(f"{place} is none of the choices")
        return found
    if "const" in schema and value != schema["const"]:
        found.append(f"{place} is not {schema['const']}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place} is none of {schema['enum']}")
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, _TYPES[kind]) for kind in kinds):
        found.append(f"{place} is no {kinds}")
    if isinstance(value, dict) and "properties" in schema:
        found += [f"{place}.{name} is missing" for name in schema.get("required", ()) if name not in value]
        for name, inner in value.items():
            if name not in schema["properties"]:
                found.append(f"{place}.{name} is not described")
            else:
                found += faults(described, inner, schema["properties"][name], f"{place}.{name}")
    if isinstance(value, list) and "items" in schema:
        for position, inner in enumerate(value):
            found += faults(described, inner, schema["items"], f"{place}[{position}]")
    return found


def test_every_route_for_programs_is_described(site: Site, described: dict[str, Any]) -> None:
    routes = {
        rule.rule.replace("<", "{").replace(">", "}")
        for rule in site.app.url_map.iter_rules()
        if rule.endpoint.split(".")[0] in ("api", "oembed")
    }
    assert routes - {"/api/v1/openapi.json"} == set(described["paths"])


@pytest.mark.parametrize(
    ("path", "names"), [("/api/v1/quotes", QUOTE_PARAMETERS), ("/api/v1/speakers", SPEAKER_PARAMETERS)]
)
def test_every_parameter_is_described(described: dict[str, Any], path: str, names: tuple[str, ...]) -> None:
    listed = [resolve(described, parameter) for parameter in described["paths"][path]["get"]["parameters"]]
    assert [parameter["name"] for parameter in listed if parameter["in"] == "query"] == list(names)
    limit = next(parameter for parameter in listed if parameter["name"] == "limit")
    assert (limit["schema"]["default"], limit["schema"]["maximum"]) == (20, 100)


def test_examples_are_answered(site: Site, described: dict[str, Any]) -> None:
    for path in ("/api/v1/quotes", "/api/v1/speakers"):
        for parameter in described["paths"][path]["get"]["parameters"]:
            if "example" in parameter:
                query = urlencode({parameter["name"]: parameter["example"]})
                assert site.ask(f"{path}?{query}").json["items"], f"{path}?{query}"


@pytest.mark.parametrize(
    ("path", "template", "status"),
    [
        ("/api/v1/quotes", "/api/v1/quotes", 200),
        ("/api/v1/quotes?limit=1", "/api/v1/quotes", 200),
        ("/api/v1/quotes?limit=x", "/api/v1/quotes", 400),
        ("/api/v1/quotes/{id}", "/api/v1/quotes/{id}", 200),
        ("/api/v1/quotes/none", "/api/v1/quotes/{id}", 404),
        ("/api/v1/speakers", "/api/v1/speakers", 200),
        ("/oembed?url={base}/quotes/{id}", "/oembed", 200),
        ("/oembed?url=x", "/oembed", 404),
        ("/oembed?url=x&format=x", "/oembed", 501),
        ("/healthz", "/healthz", 200),
    ],
)
def test_answers_are_as_described(site: Site, described: dict[str, Any], path: str, template: str, status: int) -> None:
    answer = site.ask(path.format(base=site.base, id=site.id_of("breakwater")))
    assert answer.status == status
    response = resolve(described, described["paths"][template]["get"]["responses"][str(status)])
    schema = response["content"][answer.headers["Content-Type"]]["schema"]
    assert faults(described, answer.json, schema) == []


def test_the_check_finds_faults(described: dict[str, Any]) -> None:
    schema = {"$ref": "#/components/schemas/Span"}
    assert faults(described, {"start": 1, "end": 2}, schema) == []
    assert faults(described, {"start": "1", "ends": 2}, schema) == [
        "$.end is missing",
        "$.start is no ['integer']",
        "$.ends is not described",
    ]


def test_types_of_speakers_are_those_of_the_vocabulary(described: dict[str, Any]) -> None:
    assert described["components"]["schemas"]["SpeakerType"]["enum"] == list(get_args(SpeakerType))
