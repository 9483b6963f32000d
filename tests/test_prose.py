"""Markdown of prompts as HTML, with nothing in it that could run."""

from __future__ import annotations

import pytest

from kit.views.prose import prose, prose_in_line


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Mark **who** says it.", "<p>Mark <strong>who</strong> says it.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            "| a | b |\n|---|---|\n| 1 | – |",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
            "<tbody>\n<tr>\n<td>1</td>\n<td>–</td>\n</tr>\n</tbody>\n</table>",
        ),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("“Said” & done", "<p>“Said” &amp; done</p>"),
    ],
)
def test_prose(markdown: str, html: str) -> None:
    assert prose(markdown) == html


def test_prose_in_a_line_has_no_paragraph() -> None:
    assert prose_in_line("*a* <b>") == "<em>a</em> &lt;b&gt;"
