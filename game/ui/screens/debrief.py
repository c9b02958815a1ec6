"""The debrief: what each deal did to the warming, what the real parties did, what to talk about."""

from __future__ import annotations

from game.debrief.attribution import warming_by_deal
from game.ui.fonts import Role
from game.ui.screens.page import back_button, bullet, emblem, heading, page, screen_title
from game.ui.screens.play import GameScreen
from game.ui.widgets.boxes import Column, Fixed, Row, card
from game.ui.widgets.controls import Button
from game.ui.widgets.meters import SignedBar
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Label, Rule


class DebriefScreen(GameScreen):
    """What to take home from the game."""

    first_focus = "title"

    def build(self) -> Widget:
        """Deals at the left, the real world and questions at the right."""
        texts, offsets = self.texts, self.stage.offsets
        left = card(Scroll(self._deals(), offsets, key="deals"), grow=3)
        right = card(Scroll(self._real(), offsets, key="real"), grow=2)
        buttons = [
            back_button(texts("screen.back"), self.go_back),
            Button(
                texts("screen.to_title"), self.play.leave, icon="exit", kind="main", key="title"
            ),
        ]
        header = screen_title(texts("debrief.title"), texts("debrief.about"))
        return page(self.stage, header, Row([left, right], gap=14, grow=1), buttons)

    def go_back(self) -> None:
        """To the verdict."""
        self.play.to_hub()

    def _deals(self) -> Widget:
        effects = warming_by_deal(self.session)
        if not effects:
            return Label(self.texts("debrief.none"), Role.BODY, "muted")
        scale = self.stage.canvas.fonts.text_scale
        largest = max(abs(effect.change_c) for effect in effects) or 1.0
        rows: list[Widget] = []
        for effect in effects:
            terms = "; ".join(self.words.terms(effect.terms))
            day = self.words.day(effect.made_round)
            change = self.texts("debrief.bar", change=effect.change_c)
            title = f"{self.words.party(effect.delegation)}, {day}"
            about = Column(
                [Label(title, Role.STRONG), Label(terms, Role.SMALL, "muted")], gap=0, grow=3
            )
            bar = Column([SignedBar(effect.change_c / largest)], grow=2)
            rows.append(
                Row(
                    [
                        emblem(self.session.scenario, effect.delegation, 36),
                        about,
                        bar,
                        Fixed(Label(change, Role.STRONG, align="right"), max(84, 50 * scale)),
                    ],
                    gap=12,
                    align="middle",
                )
            )
            rows.append(Rule())
        total = sum(effect.change_c for effect in effects)
        text = self.texts("debrief.bar", change=total)
        rows.append(
            Row(
                [
                    Label(self.texts("debrief.total"), Role.STRONG, grow=1),
                    Label(text, Role.NUMBER),
                ],
                align="middle",
            )
        )
        return Column(rows, gap=10)

    def _real(self) -> Widget:
        debrief = self.session.level.field.debrief
        names = "; ".join(source.name for source in debrief.sources)
        rows: list[Widget] = [
            heading(self.texts("debrief.real"), colour="warn"),
            Label(debrief.really, Role.QUOTE),
            Label(self.texts("cable.sources", sources=names), Role.SMALL, "muted"),
        ]
        if debrief.questions:
            rows += [Rule(), heading(self.texts("debrief.questions"), colour="theirs")]
            rows += [bullet(question) for question in debrief.questions]
        return Column(rows, gap=12)
