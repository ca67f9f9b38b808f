"""What a page may cost: requests, bytes on the wire, elements, shifts, and softly the time until it is seen."""
import time

KILOBYTE = 1_000
# Requests, kilobytes, milliseconds until the largest part is seen. The time is allowed twice that: other work on the
# machine decides it too.
BUDGETS = {
    "verification": (8, 40, 500), "home": (20, 60, 500), "badges": (35, 80, 500),
    "design": (10, 60, 500), "my-badge": (10, 60, 500), "admin": (10, 60, 500),
}
OTHERS = (12, 60, 500)
ELEMENTS = 1_500
SHIFT = 0.02
SCRIPT, STYLES = 6, 10

OBSERVE = """
  window.seen = 0; window.shift = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) window.seen = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
"""


def weigh(page, address):
    """Requests, bytes and their kinds, with a cold cache."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    kinds, requests, foreign = {}, [], []
    session.on("Network.requestWillBeSent", lambda event: requests.append((event["requestId"], event.get("type"), event["request"]["url"])))
    session.on("Network.loadingFinished", lambda event: kinds.update({event["requestId"]: event["encodedDataLength"]}))
    page.add_init_script(OBSERVE)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    origin = "/".join(address.split("/")[:3])
    foreign = [url for _, _, url in requests if not url.startswith((origin, "data:"))]
    size = lambda *types: sum(kinds.get(number, 0) for number, kind, _ in requests if not types or kind in types)
    measured = {
        "requests": len([url for _, _, url in requests if not url.startswith("data:")]), "bytes": size(), "script": size("Script"), "styles": size("Stylesheet"),
        "elements": page.evaluate("document.querySelectorAll('*').length"), "seen": page.evaluate("window.seen"),
        "shift": page.evaluate("window.shift"), "foreign": foreign,
    }
    session.detach()
    return measured


def limits(name):
    """Of a page by its name in screens.py; `badges-none` is a page of `badges`."""
    return BUDGETS.get(name) or BUDGETS.get(name.split("-")[0], OTHERS)


def check(page, checks, name, address):
    requests, kilobytes, milliseconds = limits(name)
    found = weigh(page, address)
    if found["seen"] > 2 * milliseconds:
        time.sleep(1)
        found = weigh(page, address)
    bounds = [
        ("requests", found["requests"], requests), ("kB", found["bytes"] / KILOBYTE, kilobytes),
        ("kB of script", found["script"] / KILOBYTE, SCRIPT), ("kB of styles", found["styles"] / KILOBYTE, STYLES),
        ("elements", found["elements"], ELEMENTS), ("shift", found["shift"], SHIFT),
        ("ms until it is seen", found["seen"], 2 * milliseconds),
    ]
    for what, value, limit in bounds:
        checks.check(value <= limit, f"budget {name}: {value:.4g} {what}, at most {limit}")
    checks.check(not found["foreign"], f"budget {name}: nothing from elsewhere: {found['foreign'][:2]}")
    return found
