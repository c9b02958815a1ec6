from collections.abc import Callable

import pytest

from game.levels.loader import Level
from game.session.session import Session
from game.ui.gallery.posing import opening, play_to_the_end
from game.ui.screens.debrief.debrief_screen import DebriefScreen
from game.ui.screens.debrief.verdict_screen import VerdictScreen
from game.ui.screens.dossier.dossier_screen import DossierScreen
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.round.cable_screen import CableScreen
from game.ui.screens.round.evidence_screen import EvidenceScreen
from game.ui.screens.round.home_screen import HomeScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.round.ledger_screen import LedgerScreen
from game.ui.screens.round.plenary_screen import PlenaryScreen
from game.ui.screens.routes import GameRoutes, Routes
from game.ui.screens.shell.glossary_screen import WordsScreen
from game.ui.screens.shell.keys_screen import KeysScreen
from game.ui.screens.shell.levels_screen import LevelsScreen
from game.ui.screens.shell.saves_screen import SavesScreen
from game.ui.screens.shell.settings_screen import SettingsScreen
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from tests.sharing import shipped_level


@pytest.fixture(scope="module")
def tianjin() -> Level:
    return shipped_level("tianjin")


@pytest.mark.parametrize(
    ("go", "kind"),
    [
        (Routes.to_title, TitleScreen),
        (Routes.to_levels, LevelsScreen),
        (Routes.to_saves, SavesScreen),
        (Routes.to_settings, SettingsScreen),
        (lambda routes: routes.to_keys(routes.stage.screen), KeysScreen),
        (Routes.to_words, WordsScreen),
    ],
)
def test_each_way_outside_a_game_opens_its_screen(
    go: Callable[[Routes], None], kind: type[Screen], stage: Stage
) -> None:
    go(Routes(stage))
    stage.draw()
    assert type(stage.screen) is kind


@pytest.mark.parametrize(
    ("go", "kind"),
    [
        (GameRoutes.to_hub, HubScreen),
        (GameRoutes.to_cable, CableScreen),
        (GameRoutes.after_round, CableScreen),
        (GameRoutes.to_home, HomeScreen),
        (GameRoutes.to_ledger, LedgerScreen),
        (lambda routes: routes.to_evidence(routes.stage.screen), EvidenceScreen),
        (lambda routes: routes.to_table("china"), TableScreen),
        (lambda routes: routes.to_dossier("china"), DossierScreen),
    ],
)
def test_each_way_within_a_game_opens_its_screen(
    go: Callable[[GameRoutes], None], kind: type[Screen], tianjin: Level, stage: Stage
) -> None:
    go(GameRoutes(stage, Routes(stage).play_of(Session(tianjin, 1))))
    stage.draw()
    assert type(stage.screen) is kind


def test_a_game_that_is_over_opens_on_its_verdict_after_the_plenary(
    tianjin: Level, stage: Stage
) -> None:
    session = Session(tianjin, 1)
    play_to_the_end(session)
    routes = Routes(stage).play_of(session).routes
    routes.after_round()
    assert type(stage.screen) is PlenaryScreen
    routes.to_hub()
    assert type(stage.screen) is VerdictScreen
    routes.to_debrief(stage.screen)
    assert type(stage.screen) is DebriefScreen


def test_a_new_game_takes_the_place_of_the_one_before(tianjin: Level, stage: Stage) -> None:
    routes = Routes(stage)
    routes.begin(tianjin, seed=1)
    first = stage.ongoing
    assert type(stage.screen) is BriefingScreen
    routes.begin(tianjin, seed=2)
    assert stage.ongoing is not None
    assert stage.ongoing is not first
    routes.to_title()
    assert stage.ongoing is None


def test_back_from_the_words_leads_to_the_table_as_it_was_left(
    tianjin: Level, stage: Stage
) -> None:
    play = Routes(stage).play_of(Session(tianjin, 1))
    play.drafts["china"] = opening(play.session, "china")
    play.routes.to_table("china")
    table = stage.screen
    play.routes.to_words()
    stage.screen.go_back()
    assert stage.screen is table
