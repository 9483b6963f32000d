"""What the kernel makes of a line that begins with %pip."""


async def get_transformed_code(arguments: list[str]) -> str:
    """A line that says why nothing can be installed."""
    return 'print("Nothing can be installed in the browser. The course has everything it needs.")'
