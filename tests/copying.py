"""Copies that can be written to, wherever they were copied from."""

from pathlib import Path


def copy_file(source: Path, target: Path) -> Path:
    """Copy a file's content and none of its rights, and return the copy."""
    target.write_bytes(source.read_bytes())
    return target


def copy_folder(source: Path, target: Path) -> Path:
    """Copy a folder with all that lies below it, and return the copy."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.iterdir()):
        (copy_folder if path.is_dir() else copy_file)(path, target / path.name)
    return target
