"""The event by which an answer worked out on another thread comes to the loop."""

from __future__ import annotations

import pygame

ANSWER_READY = pygame.USEREVENT + 1


def wake() -> None:
    """Post the event, from any thread: SDL's queue is safe to post to."""
    if pygame.display.get_init():
        pygame.event.post(pygame.event.Event(ANSWER_READY))
