"""The dossier of one delegation, and its history with you."""
