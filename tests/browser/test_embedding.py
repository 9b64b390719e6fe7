"""The pages in a real Chromium: found, opened, framed by another origin, and clean in the console."""

from __future__ import annotations

import html
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, expect, sync_playwright

from tests.web.invented import HARBOUR, MARKUP
from tests.web.serving import Site

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECRET = "Ab3dEf6hIj"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"there is no {CHROMIUM}: the tests that look at pages cannot run")
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must stay clean: no error in the console or in a script, no dialog, nothing from elsewhere."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def miss(request: Request) -> None:
        # The browser gives up the icon of a page that a test leaves at once: nobody refused it.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{request.url}: {request.failure}")

    def refuse(dialog: Dialog) -> None:
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    opened.on("console", hear)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", miss)
    opened.on("dialog", refuse)
    yield opened
    context.close()
    assert complaints == []


@contextmanager
def elsewhere(pages: dict[str, str]) -> Iterator[str]:
    """Serve other people's pages on a port of their own, and so from another origin; gives their address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(urlsplit(self.path).path)
            self.send_response(404 if body is None and self.path != "/favicon.ico" else 200 if body else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, format: str, *args: object) -> None:
            """Leave requests out of the tests' output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()


HOST_PAGE = """<!doctype html><meta charset="utf-8"><title>Another paper</title><p>Before</p>{frame}<p>After</p><script>
var heard = [];
addEventListener("message", function (event) {{
  heard.push({{data: event.data, origin: event.origin}});
  var frame = document.querySelector("iframe");
  var height = event.data.height || (event.data.message === "height" && event.data.value);
  if (event.source === frame.contentWindow && height) frame.height = height;
}});
</script>"""


def frame_tag(address: str, width: int = 600) -> str:
    return f'<iframe sandbox="allow-scripts" src="{html.escape(address)}" width="{width}" height="20"></iframe>'


def card_height(page: Page) -> int:
    return int(page.frames[1].evaluate("Math.ceil(document.getElementById('card').getBoundingClientRect().height)"))


def test_a_quote_is_found_and_its_page_opens(site: Site, page: Page, tmp_path: Path) -> None:
    page.goto(f"{site.base}/")
    page.screenshot(path=tmp_path / "search.png", full_page=True)
    page.get_by_label("Words").fill("breakwater lamp")
    page.get_by_role("searchbox", name="Speaker").fill("okafor")
    page.get_by_label("Topic").fill("harbour")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article")).to_have_count(1)
    assert "organization=" not in page.url, "empty filters are left out of the address"
    page.screenshot(path=tmp_path / "found.png", full_page=True)
    page.get_by_role("link", name="In context").click()
    expect(page.locator("figure.lead blockquote")).to_contain_text("The harbour stays shut")
    expect(page.locator("mark.quote")).to_be_visible()
    expect(page.locator("iframe.preview")).to_have_attribute("height", str(card_height(page)))
    page.get_by_role("button", name="Copy").first.click()
    expect(
        page.get_by_role("button", name="Cop").first.or_(page.get_by_role("button", name="Selected"))
    ).to_be_visible()
    page.screenshot(path=tmp_path / "quote.png", full_page=True)


def test_the_pages_work_without_a_script(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.base}/")
    page.get_by_label("Words").fill("breakwater")
    page.get_by_label("Topic").fill("harbour")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("article")).to_have_count(1)
    page.get_by_role("link", name="In context").click()
    expect(page.locator("#snippet-figure")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [260, 600])
def test_a_card_on_another_origin_posts_its_height(site: Site, page: Page, width: int, tmp_path: Path) -> None:
    id = site.id_of("breakwater")
    host = HOST_PAGE.format(frame=frame_tag(f"{site.base}/quotes/{id}/embed", width))
    with elsewhere({"/": host}) as address:
        page.goto(address)
        page.wait_for_function("document.querySelector('iframe').height > 100")
        heard = page.evaluate("heard")
        assert {"type": "quotes:height", "id": id, "height": card_height(page)} == heard[-1]["data"]
        assert heard[-1]["origin"] == "null", "the card has no origin of its own in a sandbox"
        assert int(page.evaluate("document.querySelector('iframe').height")) == card_height(page)
        scrolls = page.frames[1].evaluate("document.documentElement.scrollHeight > innerHeight")
        assert not scrolls
        page.screenshot(path=tmp_path / "framed.png", full_page=True)


def test_a_card_posts_again_when_its_width_changes(site: Site, page: Page) -> None:
    host = HOST_PAGE.format(frame=frame_tag(f"{site.base}/quotes/{site.id_of('breakwater')}/embed"))
    with elsewhere({"/": host}) as address:
        page.goto(address)
        page.wait_for_function("document.querySelector('iframe').height > 100")
        before = int(page.evaluate("document.querySelector('iframe').height"))
        page.evaluate("document.querySelector('iframe').width = 240")
        page.wait_for_function(f"document.querySelector('iframe').height > {before}")
        assert int(page.evaluate("document.querySelector('iframe').height")) == card_height(page)


def test_a_card_keeps_the_wordpress_protocol(site: Site, page: Page) -> None:
    id = site.id_of("breakwater")
    host = HOST_PAGE.format(frame=frame_tag(f"{site.base}/quotes/{id}/embed#?secret={SECRET}"))
    with elsewhere({"/": host}) as address:
        page.goto(address)
        page.wait_for_function("heard.length > 0")
        page.wait_for_timeout(300)
        height = {"message": "height", "value": card_height(page), "secret": SECRET}
        heard = [message["data"] for message in page.evaluate("heard")]
        assert heard[-1] == height
        assert all({**message, "value": height["value"]} == height for message in heard), "nothing but heights"

        page.evaluate("heard = []")
        send = "document.querySelector('iframe').contentWindow.postMessage({message: 'ready', secret: '%s'}, '*')"
        page.evaluate(send % "wrongwrong")
        page.wait_for_timeout(300)
        assert page.evaluate("heard") == []
        page.evaluate(send % SECRET)
        page.wait_for_function("heard.length == 1")
        assert page.evaluate("heard[0].data") == height

        # The source cannot be opened from in there: the page around is asked to go to ours.
        page.evaluate("heard = []")
        page.frames[1].locator("cite a").click()
        page.wait_for_function("heard.length == 1")
        assert page.evaluate("heard[0].data") == {
            "message": "link",
            "value": f"{site.base}/quotes/{id}",
            "secret": SECRET,
        }
        assert page.url.rstrip("/") == address


def test_the_copied_frame_fits_itself(site: Site, page: Page) -> None:
    page.goto(f"{site.base}/quotes/{site.id_of('counted')}")
    snippet = page.locator("#snippet-frame").input_value()
    host = f"<!doctype html><meta charset=utf-8><title>Paper</title><div style='width:300px'>{snippet}</div>"
    with elsewhere({"/": host}) as address:
        page.goto(address)
        page.wait_for_function("document.querySelector('iframe').clientHeight > 0")
        card = page.frames[1].locator("#card")
        expect(card).to_be_visible()
        page.wait_for_function(f"document.querySelector('iframe').height == {card_height(page)}")
        assert page.evaluate("document.querySelector('iframe').clientWidth") == 300


def test_other_pages_cannot_be_framed(site: Site, browser: Browser) -> None:
    host = HOST_PAGE.format(frame=frame_tag(f"{site.base}/quotes/{site.id_of('breakwater')}"))
    with elsewhere({"/": host}) as address:
        context = browser.new_context()
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(address)
        page.wait_for_timeout(500)
        assert any("frame-ancestors" in message or "X-Frame-Options" in message for message in refused)
        context.close()


@pytest.mark.parametrize("path", ["/", "/?q=strange", "/quotes/{id}", "/quotes/{id}/embed"])
def test_markup_is_text_everywhere(site: Site, page: Page, path: str, tmp_path: Path) -> None:
    page.goto(site.base + path.format(id=site.id_of("strange letter")))
    expect(page.locator("blockquote").first).to_contain_text(MARKUP)
    expect(page.locator("figcaption").first).to_contain_text("<img src=x onerror=alert(3)>")
    assert page.locator("img, svg, em").count() == 0
    page.wait_for_timeout(200)
    page.screenshot(path=tmp_path / "hostile.png", full_page=True)


def test_markup_is_text_in_what_others_embed(site: Site, page: Page) -> None:
    described = site.ask(f"/oembed?url={site.base}/quotes/{site.id_of('strange letter')}").json
    host = f"<!doctype html><meta charset=utf-8><title>{html.escape(described['title'])}</title>{described['html']}"
    with elsewhere({"/": host}) as address:
        page.goto(address)
        expect(page.locator("blockquote")).to_contain_text(MARKUP)
        expect(page.frame_locator("iframe").locator("blockquote")).to_contain_text(MARKUP)
        page.goto(f"{site.base}/quotes/{site.id_of('strange letter')}")
        pasted = page.locator("#snippet-figure").input_value()
    with elsewhere({"/": f"<!doctype html><meta charset=utf-8><title>Paper</title>{pasted}"}) as address:
        page.goto(address)
        expect(page.locator("blockquote")).to_contain_text(MARKUP)
        assert page.locator("img, svg, script").count() == 0


@pytest.mark.parametrize("words", ["breakwater", "theft", "counted", "Nobody asked us"])
def test_the_link_lands_on_the_words(site: Site, page: Page, words: str) -> None:
    described = site.ask(f"/oembed?url={site.base}/quotes/{site.id_of(words)}").json
    fragment = described["source_url"].partition("#top")[2]
    assert fragment.startswith(":~:text=")
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in HARBOUR.splitlines())
    # Far down, with a heading that repeats a fragment of the article above it.
    article = (
        "<!doctype html><meta charset=utf-8><title>The Ostholm Post</title><h1>A slow kind of theft</h1>"
        f"<div style='height:4000px'></div>{paragraphs}<div style='height:4000px'></div>"
    )
    with elsewhere({"/": article}) as address:
        page.goto(f"{address}/#{fragment}")
        page.wait_for_function("scrollY > 3000")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_no_page_is_wider_than_its_window(
    site: Site, browser: Browser, width: int, scheme: str, tmp_path: Path
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    for name, path in {
        "search": "/",
        "quote": f"/quotes/{site.id_of('counted')}",
        "hostile": f"/quotes/{site.id_of('strange letter')}",
        "empty": "/?q=nothing&speaker=nobody",
        "missing": "/none",
    }.items():
        page.goto(site.base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
    context.close()
