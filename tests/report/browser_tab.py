"""A tab of Debian's Chromium that notes whatever goes wrong."""

import shutil
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
ALL_DRAWN = """() => [...document.querySelectorAll("script[data-chart]")]
    .every((s) => s.dataset.drawn === "yes" || s.closest("details:not([open])"))"""


class Tab:
    """A tab that opens pages of one report and notes whatever goes wrong."""

    def __init__(self, browser: Any, site: Path, **settings: Any) -> None:
        self.context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | settings))
        self.page, self.site, self.wrong = self.context.new_page(), site, []
        self.page.on("console", lambda message: self.wrong.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._note)

    def _note(self, request: Any) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.wrong.append(f"asked the network: {request.url}")

    def open(self, path: str) -> Any:
        """The page at `path`, once its charts are drawn."""
        self.page.goto(f"{self.site.as_uri()}/{path}")
        self.page.wait_for_function(ALL_DRAWN)
        return self.page
