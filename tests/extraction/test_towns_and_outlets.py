"""What is no body that somebody speaks for, and no capacity of theirs: a home town, an outlet, a march led once."""

from __future__ import annotations

import pytest

from quotes.extraction.affiliation import find_affiliations
from quotes.extraction.names import find_names


def affiliation(text: str, name: str) -> tuple[str | None, str | None]:
    names = find_names(text)
    entity = next(e for e, known in enumerate(names.entities) if known.name == name)
    found = find_affiliations(text, names, [entity]).get(entity)
    return (found.role, found.organization) if found is not None else (None, None)


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("Petra Oland, 69, from Tidewick, booked a room.", None),
        ("Petra Oland, from Tidewick, said so.", None),
        ("Petra Oland, of Ropewalk, said so.", None),
        ("Petra Oland, from the Tern Trust, said so.", "Tern Trust"),
        ("Petra Oland, of the Tern Trust, said so.", "Tern Trust"),
        ("Petra Oland, from TRX, said so.", "TRX"),
        ("In a memo seen by the Tern Post, the chief executive, Petra Oland, said it was over.", None),
        ("A memo was first reported by the Tern Post. “No,” said chief executive Petra Oland.", None),
        ("In an interview with the Tern Post, the chief executive, Petra Oland, said so.", None),
        ("In an interview with the Tern Post, its editor, Petra Oland, said so.", "Tern Post"),
        ("Petra Oland, Centre for Tern Research, said so.", "Centre for Tern Research"),
        ("Petra Oland, Strategist At Tern Bank.", "Tern Bank"),
        ("Petra Oland, Welder For Tern Bank.", None),
        ("NYALO, Kiremba — The count is slow. Its chairwoman, Petra Oland, blames rain.", None),
    ],
)
def test_a_town_or_an_outlet_is_no_employer(text: str, organization: str | None) -> None:
    assert affiliation(text, "Petra Oland")[1] == organization


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Inspector Petra Oland, who led the arrests, said so.", "Inspector"),
        ("Petra Oland, who leads a choir, said so.", "leads a choir"),
        ("Lena Ott, prosecuting, said the defendant had a clear view. Petra Oland wept.", None),
        ("Petra Oland, 38, stood by it. Elsewhere she writes that the Duke was kind.", None),
        ("Petra Oland met nobody. The queen said it rained.", None),
        ("Petra Oland met nobody. The chess queen said it rained.", "chess queen"),
        ("Reeve Petra Oland said so.", "Reeve"),
    ],
)
def test_what_is_no_capacity(text: str, role: str | None) -> None:
    assert affiliation(text, "Petra Oland")[0] == role


def test_nobody_is_whom_they_speak_of() -> None:
    assert affiliation("Lena Ott, prosecuting, said the defendant had a clear view.", "Lena Ott")[0] is None


@pytest.mark.parametrize(
    "text", ["Member for Tern North Petra Oland sang.", "Labour MP for Tern West Petra Oland sang."]
)
def test_a_seat_is_no_part_of_the_name(text: str) -> None:
    assert [e.name for e in find_names(text).entities if e.kind == "person"] == ["Petra Oland"]


def test_days_in_the_plural_are_nobody() -> None:
    assert not find_names("The play airs Mondays and Fridays. Mondays said so.").entities
