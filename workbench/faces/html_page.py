"""One HTML page from our own Markdown, through pandoc: it needs nothing from outside itself, on a screen and on paper."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from workbench.desk.report import Cover
from workbench.errors import WorkbenchError
from workbench.store.shipped import shipped

READER = "markdown_strict+pipe_tables+all_symbols_escapable+blank_before_header+space_in_atx_header-raw_html"


def page(markdown: str, front: Cover) -> str:
    """Turn Markdown of our own making into one HTML page that needs nothing from outside itself.

    Raises:
        WorkbenchError: when the page would reach outside, run a script, or show a picture without words.
    """
    import pypandoc

    html = str(
        pypandoc.convert_text(
            markdown,
            "html5",
            format=READER,
            extra_args=[
                "--sandbox",
                "--standalone",
                "--embed-resources",
                "--wrap=none",
                f"--template={shipped('templates', 'reports', 'page.html')}",
                f"--metadata=title:{front.title}",
                f"--metadata=about:{front.about}",
                "--metadata=lang:en-GB",
            ],
        )
    ).replace("\r\n", "\n")
    problems = look_over(html)
    if problems:
        raise WorkbenchError("The page would not stand on its own; it was not written.", seen="; ".join(problems))
    return html


class _Looker(HTMLParser):
    """Gathers what must not be in a page that is handed on."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self.level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in ("script", "iframe", "object", "embed", "link", "form", "base"):
            self.problems.append(f"a {tag} element")
        if any(name.startswith("on") for name in values):
            self.problems.append("an event handler")
        if any(not values[name].startswith("data:image/") for name in ("src", "srcset", "data") if name in values):
            self.problems.append("a picture from outside")
        if not values.get("href", "#").startswith("#"):
            self.problems.append("a link to outside")
        if tag == "img" and not values.get("alt", "").strip():
            self.problems.append("a picture without words")
        if re.fullmatch(r"h[1-6]", tag):
            if int(tag[1]) > self.level + 1:
                self.problems.append("a heading level left out")
            self.level = int(tag[1])


def look_over(html: str) -> tuple[str, ...]:
    """Return what keeps a page from standing on its own; empty when nothing does."""
    looker = _Looker()
    looker.feed(html)
    looker.close()
    styles = "".join(re.findall(r"<style.*?</style>", html, re.DOTALL))
    if "url(" in styles or "@import" in styles:
        looker.problems.append("a style from outside")
    return tuple(dict.fromkeys(looker.problems))
