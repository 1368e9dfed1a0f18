"""Verdicts on whether something is told as real, and the word classes that they are read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.language.lexicon import read
from timeline.model import Status

type _Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the words that decided it."""

    status: Status
    why: str


@dataclass(frozen=True, slots=True)
class Classes:
    """The lists of `data/status.toml`, each under the names of its section and its field."""

    deny_verbs: _Words
    deny_from: _Words
    deny_saying: _Words
    deny_ending: _Words
    deny_particles: _Words
    plan_verbs: _Words
    plan_arranging: _Words
    plan_nouns: _Words
    plan_adjectives: _Words
    plan_for: _Words
    unreal_verbs: _Words
    unreal_nouns: _Words
    unreal_adjectives: _Words
    unreal_for: _Words
    unreal_phrases: _Words
    thought_verbs: _Words
    thought_bidding: _Words
    thought_doubting: _Words
    thought_believing: _Words
    thought_opinion: _Words
    thought_judged: _Words
    thought_unless: _Words
    real_verbs: _Words
    real_going: _Words
    real_trying: _Words
    real_happening: _Words
    factive_verbs: _Words
    factive_adjectives: _Words
    factive_confirming: _Words
    factive_hiding: _Words
    factive_judging: _Words
    factive_doubts: _Words
    factive_unsaid: _Words
    withheld_verbs: _Words
    withheld_saying: _Words
    withheld_informing: _Words
    negation_subjects: _Words
    modals_plan: _Words
    modals_unreal: _Words
    conditions_marks: _Words
    conditions_openings: _Words
    conditions_seeming: _Words
    reports_nouns: _Words
    reports_alleged: _Words
    reports_unsure: _Words
    reports_unproven: _Words
    reports_complaining: _Words
    reports_spreading: _Words
    reports_reproaching: _Words
    reports_court: _Words
    reports_denials: _Words
    reports_refused_by: _Words
    reports_refused_with: _Words
    reports_untrue: _Words
    reports_true: _Words
    reports_fair: _Words
    reports_misstating: _Words
    reports_lying: _Words
    reports_sued: _Words
    reports_giving: _Words
    reports_paid: _Words
    adverbs_alleged: _Words
    adverbs_unreal: _Words
    adverbs_untrue: _Words
    adverbs_truly: _Words
    alleged_verbs: _Words
    alleged_that: _Words
    accused_verbs: _Words
    accused_cleared: _Words
    accused_boasting: _Words
    accused_describing: _Words
    works_nouns: _Words
    works_tellers: _Words
    works_adjectives: _Words
    works_versions: _Words
    works_parts: _Words
    works_playing: _Words
    works_worlds: _Words
    works_other: _Words
    works_sayings: _Words
    works_scenes: _Words
    undone_verbs: _Words
    undone_dropped: _Words
    undone_off: _Words
    undone_said: _Words
    undone_phrases: _Words
    undone_failing: _Words
    undone_inventing: _Words
    undone_answers: _Words
    undone_replies: _Words
    undone_sending: _Words
    undone_missives: _Words
    undone_bouncing: _Words
    undone_ways: _Words
    undone_destroying: _Words
    undone_arriving: _Words
    undone_drafts: _Words
    undone_drafting: _Words
    undone_reaching: _Words
    undone_machines: _Words
    light_verbs: _Words
    corrections_telling: _Words
    corrections_things: _Words
    corrections_verbs: _Words
    corrections_phrases: _Words
    corrections_turning: _Words
    corrections_recanting: _Words
    corrections_showing: _Words
    corrections_admitting: _Words
    corrections_showings: _Words
    corrections_wholly: _Words
    corrections_ideas: _Words
    corrections_charging: _Words
    corrections_convicting: _Words
    corrections_calling: _Words
    corrections_of_people: _Words
    corrections_disputing: _Words
    corrections_scorn: _Words
    corrections_sorry: _Words
    corrections_errors: _Words
    memory_nouns: _Words
    memory_verbs: _Words


@lru_cache(maxsize=1)
def classes() -> Classes:
    """Return the word classes of `data/status.toml`."""
    data = read("timeline.events", "status.toml")
    return Classes(
        **{
            f"{part}_{field}": frozenset(words)
            for part, fields in data.items()
            for field, words in fields.items()
            if field != "examples"
        }
    )


ASSERTED = Verdict(Status.ASSERTED, "told as a fact")
