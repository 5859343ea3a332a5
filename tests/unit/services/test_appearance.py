"""Faces for each script."""

from desktop_app.domain.bulletin import Script
from desktop_app.services import appearance


def test_letters_with_tones_come_from_a_latin_face_where_a_source_is_shown() -> None:
    faces = appearance.typography()
    assert faces.families_of(Script.SOURCE) == (*faces.letters, *faces.families_hant)
    assert faces.families_of(Script.HANS)[0] not in faces.letters
