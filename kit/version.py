"""The version of the kit that is installed: what pip knows is the one place where it stands."""

from __future__ import annotations

from importlib import metadata


def installed_version() -> str:
    try:
        return metadata.version("who-says-so")
    except metadata.PackageNotFoundError:
        return "of a checkout that is not installed"
