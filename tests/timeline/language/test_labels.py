"""Words get the labels that the model's own attribute ruler and lemmatizer give them."""

import pytest
from spacy.tokens import Token

from tests.quality.scoring import families
from timeline.language.labels import LABELLERS, Labeller, Labels
from timeline.language.lexicon import read
from timeline.language.pipeline import language

TEXTS = [
    "There is a letter, and there were others; it is here.",
    "They're gonna meet, he's gotta call her and let's wait. C'm on, y'all.",
    "She ain't coming. He has nuthin' to say, and nothin' is said.",
    "He had met me; I met him. They do talk, and they did it. Who had it?",
    "She got a call and gets letters. He'd have gone, and he'd gone. It's been \u2003 told.",
    "A Price may price what 3 people, 5% of them, think that that is worth.",
]


def _by_the_model(texts: list[str]) -> list[list[Labels]]:
    mended = read("timeline.language", "lemmas.toml")["verbs"]

    def lemma(word: Token) -> str:
        return str(mended.get(word.lemma_, word.lemma_) if word.pos_ == "VERB" else word.lemma_)

    return [[Labels(w.text, w.lower_, lemma(w), w.pos_, w.tag_, w.dep_) for w in doc] for doc in language().pipe(texts)]


def _by_the_labeller(texts: list[str]) -> list[list[Labels]]:
    labeller, known = Labeller(language()), {}
    return [labeller.read(doc, known) for doc in language().pipe(texts, disable=LABELLERS)]


def test_labels_are_those_of_the_model() -> None:
    own = [str(record["text"]) for records in families().values() for record in records]
    texts = [*TEXTS, *own, *TEXTS]
    assert _by_the_labeller(texts) == _by_the_model(texts)


def test_the_rules_of_the_model_ask_for_nothing_else() -> None:
    words = [word for rule in language().get_pipe("attribute_ruler").patterns for p in rule["patterns"] for word in p]
    assert {attribute for word in words for attribute in word} == {"LOWER", "TAG", "DEP", "IS_SPACE"}
    operators = {key for word in words for asked in word.values() if isinstance(asked, dict) for key in asked}
    assert operators == {"IN", "NOT_IN", "REGEX"}


@pytest.mark.parametrize(("text", "lemma"), [("They dined together.", "dine"), ("She texted him.", "text")])
def test_lemmas_that_the_model_gets_wrong_are_put_right(text: str, lemma: str) -> None:
    assert lemma in {word.lemma for labels in _by_the_labeller([text]) for word in labels}
