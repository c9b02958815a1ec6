"""The screens, a folder for each room: a room knows `common`; `routes` opens all screens."""
