"""Settings come from the environment that is passed in, and never show the password."""

import dataclasses

import pytest

from api.settings import Settings, SettingsError, variable


def test_defaults_stand_where_nothing_is_given() -> None:
    assert Settings.from_environ({}) == Settings()


def test_every_setting_is_read_from_its_variable() -> None:
    for setting in dataclasses.fields(Settings):
        text = "17" if isinstance(setting.default, int) else "neo4j://elsewhere"
        read = getattr(Settings.from_environ({variable(setting.name): text}), setting.name)
        assert str(read) == text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WHOMET_PORT", "high"),
        ("WHOMET_PORT", "70000"),
        ("WHOMET_PORT", "-1"),
        ("WHOMET_THREADS", "0"),
        ("WHOMET_MAX_UPLOAD_BYTES", "10MB"),
        ("WHOMET_PAGE_SIZE", "-5"),
    ],
)
def test_an_unreadable_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_environ({name: value})


def test_the_password_is_never_shown() -> None:
    settings = Settings.from_environ({"WHOMET_NEO4J_PASSWORD": "swordfish"})
    assert settings.neo4j_password == "swordfish"
    assert "swordfish" not in repr(settings) + str(settings)
