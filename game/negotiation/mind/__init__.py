"""How a delegation decides: its aspiration, its answer, its reason, and the chair beside it."""
