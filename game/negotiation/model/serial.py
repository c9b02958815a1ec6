"""Actions to and from JSON, and the hash of a position."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any

from game.negotiation.model.actions import (
    Action,
    Answer,
    Hold,
    Offer,
    PayAtHome,
    PressInPublic,
    Probe,
    SeekBacking,
    TakeCounter,
    TakeWhatIf,
    TalkPrivately,
    TieHands,
    WorkAtHome,
)
from game.negotiation.model.scenario import Slot, Term
from game.negotiation.model.state import State

Json = object  # what json.loads gives

KINDS: Mapping[str, type[Action]] = {
    "probe": Probe,
    "offer": Offer,
    "take_counter": TakeCounter,
    "take_what_if": TakeWhatIf,
    "answer": Answer,
    "seek_backing": SeekBacking,
    "press_in_public": PressInPublic,
    "talk_privately": TalkPrivately,
    "work_at_home": WorkAtHome,
    "pay_at_home": PayAtHome,
    "tie_hands": TieHands,
    "hold": Hold,
}
_KIND_OF = {made: name for name, made in KINDS.items()}
MAY_BE_LEFT_OUT = {"predicted_percent", "provided"}
MOST_TERMS = 100


class ActionUnreadable(ValueError):
    """JSON that is no action. what: key of the sentence, `action_unreadable.<what>`."""

    def __init__(self, what: str, field: str = "") -> None:
        super().__init__(f"{what} {field}".strip())
        self.what, self.field = what, field


def action_to_json(action: Action) -> dict[str, Json]:
    """Return an action as a JSON object: its kind and its fields."""
    return {"kind": _KIND_OF[type(action)], **_plain_fields(action)}


def action_from_json(data: Json) -> Action:
    """Return the action of a JSON object. Raises ActionUnreadable with what is wrong where."""
    if not isinstance(data, dict):
        raise ActionUnreadable("not_an_object")
    made = KINDS.get(data.get("kind", "")) if isinstance(data.get("kind"), str) else None
    if made is None:
        raise ActionUnreadable("unknown_kind", "kind")
    wanted = {field.name for field in fields(made)}
    for name in data:
        if name not in wanted | {"kind"}:
            raise ActionUnreadable("unknown_field", str(name)[:40])
    missing = sorted(wanted - set(data) - MAY_BE_LEFT_OUT)
    if missing:
        raise ActionUnreadable("missing_field", missing[0])
    given: dict[str, Any] = {name: _field(name, data[name]) for name in wanted if name in data}
    return made(**given)


def state_hash(state: State) -> str:
    """Return the SHA-256 of a position, the same on every machine."""
    text = json.dumps(_plain(state), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _field(name: str, value: Json) -> Json:
    if name == "terms":
        if not isinstance(value, list) or len(value) > MOST_TERMS:
            raise ActionUnreadable("not_terms", name)
        return tuple(_term(item) for item in value)
    if name == "slot":
        return _slot(value)
    if name == "predicted_percent":
        return None if value is None else _whole(name, value)
    if name == "provided":
        return None if value is None else _term(value)
    if name == "accepts":
        return _truth(name, value)
    return _whole(name, value) if name == "option" else _text(name, value)


def _term(value: Json) -> Term:
    if not isinstance(value, dict) or set(value) != {"slot", "option"}:
        raise ActionUnreadable("not_terms", "terms")
    return Term(_slot(value["slot"]), _whole("option", value["option"]))


def _slot(value: Json) -> Slot:
    if not isinstance(value, dict) or set(value) - {"to"} != {"issue", "giver"}:
        raise ActionUnreadable("not_a_slot", "slot")
    return Slot(*(_text(name, value.get(name, "")) for name in Slot._fields))


def _text(name: str, value: Json) -> str:
    if not isinstance(value, str):
        raise ActionUnreadable("not_text", name)
    return value


def _whole(name: str, value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ActionUnreadable("not_whole", name)
    return value


def _truth(name: str, value: Json) -> bool:
    if not isinstance(value, bool):
        raise ActionUnreadable("not_a_truth", name)
    return value


def _plain_fields(item: object) -> dict[str, Json]:
    names = _names(type(item))  # type: ignore[arg-type]
    return {name: _plain(getattr(item, name)) for name in names}


@cache
def _names(made: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(made))


def _plain(value: object) -> Json:
    """Return what has fields as an object, other tuples as lists."""
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, Slot) and not value.to:
        return {"issue": value.issue, "giver": value.giver}
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        if names is not None:
            return {name: _plain(item) for name, item in zip(names, value, strict=True)}
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return _plain_fields(value)
