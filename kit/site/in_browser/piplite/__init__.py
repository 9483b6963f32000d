"""Stands in for JupyterLite's piplite: a site holds all that the course needs, and fetches nothing else."""


async def install(*names: object, **options: object) -> None:
    """Every package of the course is there already."""
