"""How a delegation decides: its hopes, its answer, the reason of a no, the chair beside it."""
