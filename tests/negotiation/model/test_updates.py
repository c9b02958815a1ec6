"""A step from one state to the next changes what it names and nothing else."""

import pytest

from game.negotiation.model.updates import standing_of, with_standing
from game.negotiation.rules.rules import Rules
from tests.negotiation.scenarios import YOU, scenario_of


def test_a_step_refuses_a_field_that_no_standing_has() -> None:
    state, _ = Rules(scenario_of(1)).start(1)
    with pytest.raises(ValueError, match="fase"):
        state.standings[0]._replace(fase=7)  # type: ignore[call-arg]


def test_only_the_standing_that_is_given_takes_the_place_of_its_old_one() -> None:
    scenario = next(s for s in map(scenario_of, range(99)) if len(s.others) > 1)
    state, _ = Rules(scenario).start(1)
    first, second = scenario.others[0].id, scenario.others[1].id
    after = with_standing(state, standing_of(state, first, YOU)._replace(face=7))
    assert standing_of(after, first, YOU).face == 7
    assert standing_of(after, second, YOU) is standing_of(state, second, YOU)
    with pytest.raises(KeyError):
        standing_of(state, "nobody", YOU)
