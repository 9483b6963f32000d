"""The packages of the extra `survey`, opened when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kit.surveying.text_records import SurveyError

INSTALL = 'pip install "who-says-so[survey]"'


def package(module: str, needed_for: str) -> Any:
    """A module of Dask or pyarrow. Raises SurveyError, which says how to get it, if it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise SurveyError(
            f"{needed_for} needs the package {module.partition('.')[0]}, which is not installed. Install it: {INSTALL}"
        ) from error
