"""The evaluation corpora, where they are beside the checkout, are read no worse than before."""

import pytest

from tests.quality.scorecard import below, corpora, shared


# The scorers beside the checkout leave their files to be closed by the collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.slow
def test_no_figure_falls_below_its_floor() -> None:
    folder = shared()
    if folder is None:
        pytest.skip("no evaluation corpora beside this checkout (WHOMET_SHARED)")
    assert below({name: measure.value for name, measure in corpora(folder).items()}) == {}
