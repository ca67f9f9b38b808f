"""Has the browser rig of the shared folder look at every page, as each kind of person: `inspection.py [SCREEN…]`.

The rig lies in `$LAUREL_SHARED/browser-rig`. It proves first that it still finds faults, on a page full of them.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright

import budgets
import flows
import screens
from portal import ROOT, Portal
from rig import free_port

RIG = pathlib.Path(os.environ.get("LAUREL_SHARED", ROOT.parent / "shared")) / "browser-rig"
OUT = ROOT / ".build/e2e/inspection"
# One is shown inside of other people's pages: without a bar, a way past it, and a ground of its own. The other shows every
# component in every state, so that headings and dead buttons repeat; `run.py` looks at it with axe.
LEFT_OUT = {"embed", "styleguide"}


def run(base, paths, out, *options):
    """The rig's verdict in words, and whether it is good."""
    done = subprocess.run(
        [sys.executable, str(RIG / "rig.py"), "--base", base, "--out", str(OUT / out), "--widths", "360,1440", *options, *paths],
        capture_output=True, text=True, env=os.environ | {"CHROMIUM": chromium()})
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr[-2_000:])
    return done.returncode == 0, done.stdout


def chromium():
    return shutil.which("chromium") or shutil.which("chromium-browser")


def proves_itself():
    port = free_port()
    server = subprocess.Popen([sys.executable, str(RIG / "serve.py"), str(RIG / "selftest"), str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        base = f"http://127.0.0.1:{port}"
        wait_for(base + "/good.html")
        return run(base, ["/bad.html"], "selftest-bad", "--expect-fail")[0] and run(base, ["/good.html"], "selftest-good")[0]
    finally:
        server.terminate()
        server.wait(10)


def wait_for(address):
    for _ in range(100):
        try:
            return urllib.request.urlopen(address, timeout=2)
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


def limits(paths):
    """The rig's own budget for every page, and the tighter ones of those that many people open."""
    usual = json.loads((RIG / "budget.json").read_text())
    own = {path: usual["*"] | {"requests": budgets.limits(name)[0], "bytes": budgets.limits(name)[1] * budgets.KILOBYTE}
           for name, path in paths.items() if budgets.limits(name) != budgets.OTHERS}
    file = OUT / "budget.json"
    file.write_text(json.dumps(usual | own))
    return str(file)


def sessions(browser, portal, people):
    """The rig's options with which it is each of these people."""
    found = {}
    for person in people:
        context = browser.new_context()
        if person:
            flows.sign_in(context.new_page(), portal, person)
        found[person] = [part for one in context.cookies() for part in ("--cookie", f"{one['name']}={one['value']}")]
        context.close()
    return found


def main(wanted):
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    pages, failed = 0, int(not proves_itself())
    print(f"rig: {'FAILED: it misses the faults' if failed else 'it finds the faults'} of its own page", flush=True)
    with Portal() as portal:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            found = screens.all_screens(browser.new_page(), portal)
            for person, paths in screens.made(browser.new_page(), portal).items():
                found[person] |= paths
            cookies = sessions(browser, portal, found)
            browser.close()
        for person, paths in found.items():
            paths = {name: path for name, path in paths.items() if name not in LEFT_OUT and (not wanted or name in wanted)}
            for name, path in paths.items():
                whole = [] if name != "404" else ["--skip", "csp"]
                good, said = run(portal.base, [path], name, "--budget", limits(paths), *cookies[person], *whole)
                print("\n".join(line for line in said.splitlines() if line.startswith("FAIL") or good and line.startswith(path)),
                      flush=True)
                pages, failed = pages + 1, failed + int(not good)
    print(f"rig: {pages} pages, {failed} with a fault")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
