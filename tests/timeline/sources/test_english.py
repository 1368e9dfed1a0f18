import pytest

from tests.timeline.sources.making import FRENCH, TEXT
from timeline.sources.english import refuse_foreign
from timeline.sources.problem import LanguageError

FOREIGN = {
    "French": FRENCH,
    "German": "Der Handelsminister traf sich am Dienstag mit dem Botschafter von Norland in Brask, wie eine Sprecherin "
    "des Ministeriums am Abend vor Journalisten mitteilte.",
    "Spanish": "El ministro de Comercio se reunió el martes con el embajador de Norlandia en Brask, según informó ayer "
    "un portavoz del gobierno ante los periodistas.",
    "Dutch": "De minister van Handel sprak dinsdag in Brask met de ambassadeur van Norland, zei een woordvoerder van "
    "het ministerie woensdag tegen de verslaggevers.",
    "Russian": "Министр торговли встретился во вторник с послом Норландии в Браске, сообщил представитель кабинета.",
    "Chinese": "贸易部长星期二在布拉斯克会见了诺兰大使,政府发言人说,他们谈了一个小时。",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_named_and_refused(language: str) -> None:
    with pytest.raises(LanguageError, match=rf"looks {language} \(sure [01]\.\d\d\); whomet reads English"):
        refuse_foreign(FOREIGN[language])


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.upper(),
        "Le ministre a rencontré l'ambassadeur.",
        "Rendez-vous in Brask.",
        (
            "Ada Moll, Tom Reve, Ina Falk, Otto Moll, Greta Lund, Piet Aronsen, Viktor Salnik, Edmund Carrow, "
            "Jon Pell, Ilse Marten, Bram Oster"
        ),
        "https://brask.example/2017/03/02/talks " * 20,
        "12 34 56 " * 50,
        "mins met env of Norland, talkd 1 hr abt harbr treaty, no stmt yet, embssy wont say, off says ok, next wk",
        FRENCH[:90] + " " + TEXT * 3,
        "«Добрый день», the minister said to the ambassador in Brask when they met on Tuesday for the first time.",
    ],
)
def test_english_short_and_odd_texts_pass(text: str) -> None:
    refuse_foreign(text)


def test_the_answer_is_always_the_same() -> None:
    messages = set()
    for _ in range(5):
        with pytest.raises(LanguageError) as caught:
            refuse_foreign(FRENCH)
        messages.add(str(caught.value))
    assert len(messages) == 1
