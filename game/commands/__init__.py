"""The command line's commands, one to a file.

Each module has `add(commands, texts)`, which names its arguments, and `run(args, texts)`, which
does the work, prints it and returns the exit code. The rooms of the game are imported inside
`run`: a command pays only for what it uses, and `--help` for nothing.
"""
