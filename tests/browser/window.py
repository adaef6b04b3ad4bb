"""A page in a fresh window of the browser, with what went wrong in it."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page


def opened(
    browser: Browser, address: str, *, width: int = 1280, scheme: str = "light", scripts: bool = True
) -> tuple[Page, list[str]]:
    """A page in a fresh window, and what went wrong while it was loaded: errors, and requests to other hosts."""
    window = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
    )  # type: ignore[arg-type]
    page, wrong = window.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda request: wrong.append(request.url) if urlsplit(request.url).netloc != urlsplit(address).netloc else None,
    )
    page.on(
        "response",
        lambda response: wrong.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    page.goto(address, wait_until="networkidle" if width > 1000 and scheme == "light" and scripts else "load")
    return page, wrong
