"""Every screen by name, drawn without a window from a level and, where given, a log."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pygame

from game.desk.conditions import possible_conditions
from game.levels.finder import LevelEntry
from game.levels.findings import Severity
from game.levels.loader import Level
from game.levels.problems import Problem
from game.negotiation.model.actions import Hold, NotAllowed, Offer, PressInPublic
from game.session.session import Session
from game.texts import Texts
from game.ui.gallery.posed_saves import PosedSaves
from game.ui.gallery.posing import (
    linking_seat,
    open_slots,
    opening,
    play_to_the_end,
    refused_in_hope,
    slighted,
    with_a_card,
    with_a_condition,
    with_a_pair,
)
from game.ui.input.settings import Settings
from game.ui.screens.common.play import GameScreen, Play
from game.ui.screens.debrief.debrief_screen import DebriefScreen
from game.ui.screens.debrief.verdict_screen import VerdictScreen
from game.ui.screens.dossier.dossier_screen import DossierScreen
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.round.cable_screen import CableScreen
from game.ui.screens.round.evidence_screen import EvidenceScreen
from game.ui.screens.round.home_screen import HomeScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.round.ledger_screen import LedgerScreen
from game.ui.screens.round.plenary_screen import PlenaryScreen
from game.ui.screens.routes import Routes
from game.ui.screens.shell.broken_screen import BrokenScreen
from game.ui.screens.shell.glossary_screen import WordsScreen
from game.ui.screens.shell.keys_screen import KeysScreen
from game.ui.screens.shell.levels_screen import LevelsScreen
from game.ui.screens.shell.settings_screen import SettingsScreen
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.screens.table.advice_screen import AdviceScreen
from game.ui.screens.table.predict_screen import PredictScreen
from game.ui.screens.table.table_screen import TableScreen
from game.ui.sound.event_cues import cues_of
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage


def draw_screen(
    name: str,
    level: Level,
    texts: Texts,
    settings: Settings,
    size: tuple[int, int],
    log: Path | None = None,
) -> pygame.Surface:
    """Return the picture of a screen. Raises SaveRefused for a log that does not fit the level."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    stage = Stage(surface, texts, settings, Routes)
    stage.show(screen_named(name, stage, level, log))
    stage.draw()
    return surface


def screen_named(name: str, stage: Stage, level: Level, log: Path | None = None) -> Screen:
    """Return a screen as a player might see it: after the log, a first offer, or the last round."""
    settings, is_captioned = stage.settings, stage.settings.captions or name == "caption"
    stage.change_settings(replace(settings, hints=name in _WITH_HINTS, captions=is_captioned))
    if name in _ALONE:
        return _ALONE[name](stage)
    if name == "saves":
        return PosedSaves(stage, level)
    if name == "delete":
        return PosedSaves(stage, level).question(1)
    if name == "broken":
        return BrokenScreen(stage, Routes(stage), _broken_example(level, stage.texts))
    if log is not None:
        session = Session.replayed(log, level, stage.texts)
    else:
        session = Session(level, 1, linking_seat(level) if name == "linked" else None)
    play = Routes(stage).play_of(session)
    if log is None and name in _AT_THE_END:
        play_to_the_end(session)
    elif log is None and name in ("reply", "advice", "advice_table", "caption"):
        _first_offer(session)
    elif log is None and name in _POSED:
        _POSED[name](session)
    return _OF_A_GAME[name](stage, play)


def _first_other(play: Play) -> str:
    """Return the delegation last spoken to, else the first of the level."""
    answered = [p.id for p in play.session.view.parties if p.last_reply is not None]
    return answered[-1] if answered else play.session.public.others[0].id


def _table(stage: Stage, play: Play) -> GameScreen:
    other = _first_other(play)
    play.drafts[other] = opening(play.session, other)
    return TableScreen(stage, play, other)


def _predict(stage: Stage, play: Play) -> Screen:
    table = _table(stage, play)
    other = _first_other(play)
    return PredictScreen(stage, play, table, Offer(other, play.drafts[other]))


def _reply(stage: Stage, play: Play) -> Screen:
    if play.session.view.party(_first_other(play)).last_reply is None:
        _first_offer(play.session)
    return ReplyScreen(stage, play, _first_other(play), play.session.before)


def _what_if(session: Session) -> None:
    if with_a_card(session) is None:
        _first_offer(session)


def _hopeful(session: Session) -> None:
    if refused_in_hope(session) is None:
        _first_offer(session)


def _further(session: Session) -> None:
    if with_a_card(session, after_deal=True) is None:
        _first_offer(session)


def _waiting(session: Session) -> None:
    """Where a level has two delegations alone, nothing can hang on a third."""
    if with_a_condition(session) is None:
        _first_offer(session)


def _condition(stage: Stage, play: Play) -> Screen:
    other = play.session.public.others[0].id
    play.drafts[other] = opening(play.session, other)
    conditions = possible_conditions(play.session.public, play.session.view, other)
    if conditions:
        play.conditions[other] = conditions[0]
    return TableScreen(stage, play, other)


def _linked(stage: Stage, play: Play) -> Screen:
    other = play.session.public.others[0].id
    play.drafts[other] = with_a_pair(play.session, other)
    return TableScreen(stage, play, other)


def _caution(stage: Stage, play: Play) -> Screen:
    other = _first_other(play)
    asks = opening(play.session, other).by(other)
    play.drafts[other] = asks
    return PredictScreen(stage, play, TableScreen(stage, play, other), Offer(other, asks))


def _fresh_table(stage: Stage, play: Play) -> Screen:
    return TableScreen(stage, play, _first_other(play))


def _advice(stage: Stage, play: Play, behind: GameScreen) -> Screen:
    """All the steps there are, as after asking for more."""
    other = _first_other(play)
    advice = AdviceScreen(stage, play, behind, other)
    advice.up_to = len(advice.rungs)
    return advice


def _looked_up(stage: Stage, opened_from: Screen, entry: str) -> Screen:
    stage.show(opened_from)
    return WordsScreen(stage, Routes(stage), stage.here(), entry)


def _caption_line(stage: Stage, play: Play) -> Screen:
    stage.cue(cues_of(play.session.turns[-1].events))
    return HubScreen(stage, play)


def _dossier_past(stage: Stage, play: Play) -> Screen:
    dossier = DossierScreen(stage, play, _first_other(play))
    dossier.shows_past = True
    return dossier


def _pressed(session: Session) -> None:
    """Play to the next round: public call, private meeting, an offer."""
    other = session.public.others[0].id
    pressed = next(slot.issue for slot in open_slots(session, other) if slot.giver == other)
    with suppress(NotAllowed):
        session.submit(PressInPublic(other, pressed))
    with suppress(NotAllowed):
        _first_offer(session)
    session.submit(Hold())


def _slighted(session: Session) -> None:
    slighted(session, session.public.others[0].id, until_it_leaves=False)


def _walked_out(session: Session) -> None:
    slighted(session, session.public.others[0].id, until_it_leaves=True)


def _first_offer(session: Session) -> None:
    other = session.public.others[0].id
    session.submit(Offer(other, opening(session, other), 60))


def _broken_example(level: Level, texts: Texts) -> LevelEntry:
    file = str(level.path / "level.yaml")
    message = texts("level.field.unknown_near", where="delegations.china", field="red_line")
    hint = texts("level.field.unknown_near.hint", near="red_lines")
    problem = Problem(file, 17, 5, Severity.ERROR, "unknown_field", message, hint)
    return LevelEntry(level.id, level.path, None, (problem,))


_ALONE: dict[str, Callable[[Stage], Screen]] = {
    "title": lambda stage: TitleScreen(stage, Routes(stage)),
    "levels": lambda stage: LevelsScreen(stage, Routes(stage)),
    "settings": lambda stage: SettingsScreen(stage, Routes(stage)),
    "glossary": lambda stage: _looked_up(stage, TitleScreen(stage, Routes(stage)), ""),
    "keys": lambda stage: KeysScreen(stage, TitleScreen(stage, Routes(stage))),
}
_OF_A_GAME: dict[str, Callable[[Stage, Play], Screen]] = {
    "briefing": BriefingScreen,
    "hub": HubScreen,
    "table": _table,
    "predict": _predict,
    "reply": _reply,
    "dossier": lambda stage, play: DossierScreen(stage, play, _first_other(play)),
    "dossier_past": _dossier_past,
    "home": HomeScreen,
    "evidence": lambda stage, play: EvidenceScreen(stage, play, HubScreen(stage, play)),
    "ledger": LedgerScreen,
    "cable": CableScreen,
    "plenary": PlenaryScreen,
    "verdict": VerdictScreen,
    "debrief": DebriefScreen,
    "debrief_climate": lambda stage, play: DebriefScreen(stage, play, "climate"),
    "debrief_missed": lambda stage, play: DebriefScreen(stage, play, "missed"),
    "debrief_lines": lambda stage, play: DebriefScreen(stage, play, "lines"),
    "debrief_guesses": lambda stage, play: DebriefScreen(stage, play, "guesses"),
    "debrief_real": lambda stage, play: DebriefScreen(stage, play, "real"),
}
_OF_A_GAME |= {
    "what_if": _reply,
    "further": _reply,
    "hopeful": _reply,
    "condition": _condition,
    "linked": _linked,
    "waiting": _reply,
    "waiting_hub": HubScreen,
    "waiting_ledger": LedgerScreen,
    "caution": _caution,
    "walked_out": lambda stage, play: TableScreen(stage, play, _first_other(play)),
    "walked_out_hub": HubScreen,
    "walked_out_reply": _reply,
}
_OF_A_GAME |= {
    "hint": HubScreen,
    "hint_table": _fresh_table,
    "hint_reply": _reply,
    "advice": lambda stage, play: _advice(stage, play, HubScreen(stage, play)),
    "advice_table": lambda stage, play: _advice(stage, play, _table(stage, play)),
    "caption": _caption_line,
    "glossary_word": lambda stage, play: _looked_up(stage, HubScreen(stage, play), "word/face"),
    "glossary_source": lambda stage, play: _looked_up(
        stage, CableScreen(stage, play), play.sourced[-1].entry
    ),
}
_WITH_HINTS = frozenset({"hint", "hint_table", "hint_reply"})
_POSED: dict[str, Callable[[Session], None]] = {
    "dossier_past": _pressed,
    "what_if": _what_if,
    "further": _further,
    "hopeful": _hopeful,
    "waiting": _waiting,
    "waiting_hub": _waiting,
    "waiting_ledger": _waiting,
    "caution": _slighted,
    "walked_out": _walked_out,
    "walked_out_hub": _walked_out,
    "walked_out_reply": _walked_out,
}
_AT_THE_END = frozenset(
    {"plenary", "verdict", "ledger", *(name for name in _OF_A_GAME if name.startswith("debrief"))}
)

SCREENS: tuple[str, ...] = (*_ALONE, *_OF_A_GAME, "saves", "delete", "broken")
