"""The steps of advice over the screen that asked, one more at each press."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.advice import last_refusal, rungs_for
from game.negotiation.mind.explanation import offer_after
from game.negotiation.model.replies import Change
from game.session.notebook import notes_on
from game.ui.paint.fonts import Role
from game.ui.screens.common.caution_rows import caution_rows
from game.ui.screens.common.notice import centred, room_in_card
from game.ui.screens.common.page import heading
from game.ui.screens.common.play import GameScreen, Play
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import AsTall, Column, Flow, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

WIDTH = 560


class AdviceScreen(GameScreen):
    """The steps of help so far, over the screen that asked; one more for the asking."""

    first_focus = "more"

    def __init__(self, stage: Stage, play: Play, behind: Screen, delegation: str) -> None:
        super().__init__(stage, play)
        self.behind, self.delegation = behind, delegation
        self.rungs = rungs_for(self.session, self.words, delegation)
        self._reply = last_refusal(self.session.view.party(delegation))
        reply, up_to = play.advised.get(delegation, (None, 1))
        self.up_to = min(up_to, len(self.rungs)) if reply is self._reply else 1

    def build(self) -> Widget:
        """Return what has been said, the next step as a button, the exact change as another.

        There is room for all steps from the start: nothing that can be pressed moves.
        """
        texts = self.texts
        party = self.words.party(self.delegation)
        lines: list[Widget] = self._what_it_is_about()
        for place, rung in enumerate(self.rungs, start=1):
            count = texts("advice.step", place=place, places=len(self.rungs))
            if len(self.rungs) > 1:
                lines.append(Label(count, Role.LABEL, "muted"))
            is_said = place <= self.up_to
            said = Column([Label(rung.text), *caution_rows(rung.costs)], gap=4)
            lines.append(AsTall(said if is_said else Spacer(), said))
        now, then = (Flow(self._buttons(at), gap=10) for at in (self.up_to, len(self.rungs)))
        steps = Scroll(
            Column(lines, gap=8),
            self.stage.offsets,
            key="steps",
            grow=0,
            least=room_in_card(self.stage),
        )
        title = heading(texts("advice.title"), party, "warn")
        content = Column([title, steps, Spacer(4), AsTall(now, then)], gap=8)
        return centred(self.stage, card(content, pad=24), WIDTH)

    def _what_it_is_about(self) -> list[Widget]:
        """Return the offer that the steps speak of, which may not be what lies on the table now."""
        made = [note.round for note in notes_on(self.session, self.delegation) if note.offered]
        if self._reply is None or not made:
            return []
        day = self.words.day(made[0])
        return [Label(self.texts("advice.about", day=day), Role.SMALL, "muted")]

    def go_back(self) -> None:
        """To the screen that asked."""
        assert self.behind is not None
        self.stage.show(self.behind)

    def _buttons(self, up_to: int) -> list[Widget]:
        """Return the buttons once so many steps have been said."""
        buttons: list[Widget] = []
        if len(self.rungs) > 1:
            more = Button(
                self.texts("advice.more"),
                self._more,
                icon="hint",
                letter="m",
                why_not="" if up_to < len(self.rungs) else self.texts("advice.all_said"),
                key="more",
            )
            buttons.append(more)
        buttons.append(Button(self.texts("screen.close"), self.go_back, key="close"))
        change = self.rungs[up_to - 1].change
        if change is not None:
            use = self._use(change)
            buttons.append(
                Button(
                    self.texts("reply.change.use"),
                    use,
                    icon="table",
                    letter="u",
                    tip=self.texts("reply.change.use.tip"),
                    key="use",
                )
            )
        return buttons

    def _more(self) -> None:
        self.up_to += 1
        self.play.advised[self.delegation] = (self._reply, self.up_to)
        self.stage.refresh()

    def _use(self, change: Change) -> Callable[[], None]:
        def put_on_table() -> None:
            assert self._reply is not None
            self.play.drafts[self.delegation] = offer_after(change, self._reply.package)
            self.routes.to_table(self.delegation)

        return put_on_table
