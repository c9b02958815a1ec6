"""The second page of a dossier: the history of trust and face, and the notebook of offers."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence

from game.desk.wording import Wording
from game.negotiation.model.events import FaceMoved, PromiseSettled
from game.negotiation.model.scenario import UNIT
from game.session.notebook import NotebookEntry, notes_on
from game.session.trust_history import Moment, moments_with
from game.texts import as_told
from game.ui.charts.trail_chart import Stand, Trail, TrailChart
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import bullet, heading, part
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.boxes import Column
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

TRUST_PERCENT = 0.0, 100.0
FACE_POINTS = -1.0, 2.0  # from cover to one lonely public call, even where face is unhurt

LEAST_LISTED = 64  # design units


class DossierPast:
    """The history in one delegation's dossier, computed once for a position."""

    def __init__(self, screen: GameScreen, delegation: str) -> None:
        session, self.texts, self.words = screen.session, screen.texts, screen.words
        self.delegation = delegation
        self.moments = moments_with(session, delegation)
        self.notes = notes_on(session, delegation)
        self.rounds = len(session.public.rounds)
        trust = [moment.credibility.share / 10 for moment in self.moments]
        face = [moment.face / UNIT for moment in self.moments]
        self.trust = self._trail("trust", trust, moved_trust, 50, TRUST_PERCENT)
        self.face = self._trail("face", face, moved_face, 0, FACE_POINTS)

    def charts(self, offsets: MutableMapping[str, int]) -> Widget:
        """Trust and face as lines, and a sentence for each move, newest first."""
        texts = self.texts
        moved = [
            bullet(self.words.named(self._day(moment.round), line))
            for moment in reversed(self.moments)
            for line in (*moved_trust(self.words, moment), *moved_face(self.words, moment))
        ]
        nothing: list[Widget] = [Label(texts("dossier.past.calm"), Role.BODY, "muted")]
        why = part(texts("dossier.past.why"), moved or nothing)
        return Column(
            [
                heading(texts("dossier.past.trust_and_face"), texts("dossier.past.about")),
                TrailChart(self.trust, texts),
                TrailChart(self.face, texts),
                Scroll(why, offsets, key="moved", least=LEAST_LISTED),
            ],
            gap=12,
            grow=1,
        )

    def notebook(self) -> Widget:
        """Every offer with its answer, newest first."""
        rows: list[Widget] = [heading(self.texts("dossier.offers"), colour="ours")]
        for place, note in enumerate(self.notes):
            if place:
                rows.append(Rule())
            rows.append(part(self._day(note.round), note_lines(self.words, note), gap=4))
        if not self.notes:
            rows.append(Label(self.texts("screen.none"), Role.BODY, "muted"))
        return Column(rows, gap=12)

    def _trail(
        self,
        name: str,
        values: Sequence[float],
        because: Callable[[Wording, Moment], list[str]],
        mark: float,
        ends: tuple[float, float],
    ) -> Trail:
        texts, stands = self.texts, []
        for moment, value in zip(self.moments, values, strict=True):
            fields = {"kept": moment.credibility.kept, "broken": moment.credibility.broken}
            n = as_told(value, 1)
            said = [texts(f"dossier.past.{name}.value", n=n, value=value, **fields)]
            said += because(self.words, moment)
            stands.append(Stand(moment.at, value, self._day(moment.round), tuple(said)))
        return Trail(
            name,
            texts(f"dossier.past.{name}.unit"),
            tuple(stands),
            self.rounds,
            (mark, texts(f"dossier.past.{name}.mark")),
            *ends,
        )

    def _day(self, round_index: int) -> str:
        day = self.words.day(round_index)
        return self.texts("dossier.past.when", round=round_index + 1, day=day)


def moved_trust(words: Wording, moment: Moment) -> list[str]:
    """Return a sentence for each promise of theirs that came due."""
    return [words.event(event) for event in moment.why if isinstance(event, PromiseSettled)]


def moved_face(words: Wording, moment: Moment) -> list[str]:
    """Return a sentence for each thing that moved face, and for what time did."""
    lines = [words.event(event) for event in moment.why if isinstance(event, FaceMoved)]
    if moment.faded:
        n = as_told(moment.faded / UNIT, 1)
        lines.append(words.texts("dossier.past.faded", n=n, change=words.signed(-moment.faded)))
    return lines


def note_lines(words: Wording, note: NotebookEntry) -> Sequence[Widget]:
    """Return what was offered, what was answered and why, what it would sign, what came of it."""
    texts, lines = words.texts, list[Widget]()
    if note.offered is not None:
        lines.append(Label(texts("dossier.note.offered"), Role.STRONG, "ours"))
        lines += [bullet(term) for term in words.terms(note.offered)]
    if note.provided is not None:
        lines.append(Label(words.condition(note.provided), Role.BODY, "warn"))
    if note.reply is not None:
        reply = note.reply
        lines.append(Label(words.verdict(reply), Role.STRONG, "theirs"))
        if reply.explanation is not None:
            lines.append(Label(words.reason(reply.delegation, reply.explanation)))
            lines.append(Label(words.gap(reply.delegation, reply.explanation), Role.BODY, "bad"))
        for name, package in (("counter", reply.counter), ("card", reply.what_if)):
            if package:
                lines.append(Label(texts(f"dossier.note.{name}"), Role.STRONG, "theirs"))
                lines += [bullet(term) for term in words.terms(package)]
    lines += [Label(words.event(event), Role.BODY, "muted") for event in note.events]
    return lines
