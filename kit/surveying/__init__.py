"""Many texts at once: who speaks in them, how much readers are told, and how far a count can be trusted.

    files -> records (one a text) -> partitions -> what a text gives (counts, findings) -> tables -> figures -> page

Each text is looked at by itself, so the work is spread over processes or machines (Dask) and the result is the same.
Dask and pyarrow are opened only where a survey is written to a folder; up to 300 texts a notebook does without both.
"""
