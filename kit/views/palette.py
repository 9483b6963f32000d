"""The look of the kit, once: colours and measures as custom properties of CSS for controls, texts, tables and pages;
colours for pictures as they are.

Each colour has a value for light and one for dark grounds. As text they keep at least 4.5:1, as lines 3:1 against the
ground; whatever a colour says is also said by words, by a shape or by a pattern. Green and red say right and wrong and
nothing else. Who asks the system for more contrast gets edges and small print in full ink.
"""

from __future__ import annotations

from typing import NamedTuple

# In a notebook the theme of JupyterLab says what ground and ink are.
COLOURS = {
    "ground": ("var(--jp-layout-color0, #fff)", "var(--jp-layout-color0, #15181c)"),
    "ink": ("var(--jp-content-font-color0, #111)", "var(--jp-content-font-color0, #e9ebee)"),
    "faint": ("#5c6066", "#a9adb3"),
    "rule": ("#c9ccd1", "#55595f"),
    "edge": ("#767b82", "#8d939b"),
    "panel": ("#f3f5f7", "#24282d"),
    "blue": ("#0b5cad", "#84bdff"),
    "blue-wash": ("#e4f0fc", "#14304c"),
    "chosen": ("#cfe3f8", "#1d4468"),
    "magenta": ("#a3246f", "#f59fd2"),
    "ochre": ("#8a6200", "#dcae45"),
    "ochre-wash": ("#fbf2d9", "#3b3115"),
    "rust": ("#9a3b12", "#f2a27a"),
    "rust-wash": ("#fde4d6", "#57301d"),
    "green": ("#1a6b33", "#7fd095"),
    "green-wash": ("#e2f3e6", "#173923"),
    "red": ("#a01c1c", "#ff9d94"),
    "red-wash": ("#fde3e0", "#4a1d1a"),
    "violet": ("#4a4f9e", "#b3b7ff"),
    "teal": ("#00646b", "#6fd0d6"),
    "lit": ("#fff0b8", "#4d4212"),
    "heat": ("#0b5cad", "#0b5cad"),  # under words, the denser the more pupils marked them
    "on-blue": ("#ffffff", "#0c1a29"),  # words on a ground of blue
}
# Type, space, corners, the ring around what has the focus, motion, and how large a thing to press is at least.
MEASURES = {
    "font": "var(--jp-content-font-family, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif)",
    "size": "var(--jp-content-font-size1, 15px)",
    "small": "0.875em",
    "large": "1.2em",
    "heading-1": "1.9rem",
    "heading-2": "1.35rem",
    "heading-3": "1.05rem",
    "gap": "8px",
    "wide": "16px",
    "corner": "8px",
    "corner-small": "5px",
    "target": "32px",
    "ring": "3px solid var(--kit-blue)",
    "quick": "0.14s ease-out",
    "shadow": "0 1px 2px rgb(0 0 0 / 8%), 0 2px 8px rgb(0 0 0 / 6%)",
}
DARK_THEME = '[data-jp-theme-light="false"]'  # JupyterLab says on its body when a theme is dark
MORE_CONTRAST = (
    "@media (prefers-contrast: more) {{ {scope}:not(#x) {{ --kit-faint: var(--kit-ink); --kit-edge: var(--kit-ink); "
    "--kit-rule: var(--kit-ink); }} }}"
)

# For pictures, which are drawn on white.
INK = "#111111"
FAINT, PANEL = COLOURS["faint"][0], COLOURS["panel"][0]
# Steps from dark to light that are told apart in grey print too.
SHADES = {
    "navy": "#0f2d4a",
    "steel": "#3a658f",
    "sky": "#7fa3c6",
    "mist": "#bdd1e4",
    "haze": "#dbe6f0",
    "white": "#ffffff",
    "dark-grey": "#6b6b6b",
    "grey": "#a9a9a9",
    "light-grey": "#e3e3e3",
}


class Fill(NamedTuple):
    """How a box is filled: its shade, and a pattern (matplotlib’s sign for it) in a colour of its own."""

    shade: str
    ink: str = INK
    hatch: str = ""


def custom_properties(scope: str) -> str:
    """Measures and colours as `--kit-NAME` for the elements of a scope, a selector of CSS: first light, then dark."""
    measures = "".join(f"--kit-{name}: {value}; " for name, value in MEASURES.items())
    light, dark = ("".join(f"--kit-{name}: {values[theme]}; " for name, values in COLOURS.items()) for theme in (0, 1))
    both = f"{scope} {{ color-scheme: light; {measures}{light}}} {DARK_THEME} {scope} {{ color-scheme: dark; {dark}}} "
    return both + MORE_CONTRAST.format(scope=scope) + " "
