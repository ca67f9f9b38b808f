"""How every page stands up to narrow and enlarged windows, other colours, paper, other directions and no script."""

# Something that a person can operate with a pointer, and how large it must be (WCAG 2.2, 2.5.8); links in a sentence may
# be smaller.
SMALL = """
[...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary, textarea')].filter(item => {
  const box = item.getBoundingClientRect(), style = getComputedStyle(item);
  if (!box.width || !box.height || style.visibility === 'hidden' || item.closest('[popover]:not(:popover-open)')) return false;
  if (item.matches('.skip, .vh') || style.opacity === '0') return false;
  if (style.display === 'inline' && item.closest('p, li, dd, td, h1, h2, h3, label, span, figure')) return false;
  const label = item.closest('label')?.getBoundingClientRect() ?? box;
  return Math.max(box.height, label.height) < 24 || Math.max(box.width, label.width) < 24;
}).map(item => item.outerHTML.slice(0, 90))
"""

# What is wider than the window, but for tables and code that scroll in a box of their own.
WIDE = """
(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')].filter(item => {
    const box = item.getBoundingClientRect();
    return box.width && (box.right > width + 1 || box.left < -1);
  }).slice(0, 3).map(item => item.outerHTML.slice(0, 90)).concat(['the page is ' + document.documentElement.scrollWidth]);
})()
"""

# Texts that are cut off by their own box after letters and lines were given more room (WCAG 1.4.12).
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""
CUT = """
[...document.querySelectorAll('.button, .pill, .nav a, h1, h2, h3, label')].filter(item =>
  getComputedStyle(item).overflow !== 'visible' && item.scrollHeight > item.clientHeight + 1 && !item.closest('.vh')
).map(item => item.outerHTML.slice(0, 90))
"""

MOVING = """
document.getAnimations().filter(move => move.playState === 'running').length
"""


def dress(page, rules):
    """Adds rules of a reader's own; a constructed sheet, because the policy of the pages allows no other."""
    page.evaluate("rules => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rules);"
                  " document.adoptedStyleSheets = [sheet]; }", rules)


def settle(page, address):
    answer = page.goto(address)
    return answer.status < 500


def reflow(page, checks, name, address):
    """320 px, which is 1280 px at 400 %; twice the letters; more room between them."""
    page.set_viewport_size({"width": 320, "height": 640})
    checks.check(settle(page, address), f"{name}: is served")
    wide = page.evaluate(WIDE)
    checks.check(not wide, f"{name}: no scrolling sideways at 320: {wide}")
    small = page.evaluate(SMALL)
    checks.check(not small, f"{name}: targets of 24 px at 320: {small[:3]}")
    dress(page, SPACING)
    cut = page.evaluate(CUT)
    checks.check(not cut, f"{name}: no text is cut off with more room between letters: {cut[:3]}")
    wide = page.evaluate(WIDE)
    checks.check(not wide, f"{name}: no scrolling sideways at 320 with more room between letters: {wide}")
    page.set_viewport_size({"width": 640, "height": 800})
    dress(page, "html { font-size: 200%; }")
    wide = page.evaluate(WIDE)
    checks.check(not wide, f"{name}: no scrolling sideways with letters twice as large: {wide}")


def right_to_left(page, checks, name, address):
    """Nothing sticks out, and what is written from left to right does not lean on the wrong side."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        settle(page, address)
        checks.check(page.evaluate("document.documentElement.dir") == "rtl", f"{name} {width}: runs from right to left")
        wide = page.evaluate(WIDE)
        checks.check(not wide, f"{name} {width}: no scrolling sideways in Arabic: {wide}")
        checks.check(page.evaluate("(() => { const b = document.querySelector('.brand'); return !b || b.getBoundingClientRect().right > innerWidth / 2; })()"),
                     f"{name} {width}: begins at the right")


def forced_colours(page, checks, name, address):
    """In forced colours borders and marks remain: what is chosen is still told apart from what is not."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    settle(page, address)
    flat = page.evaluate("""
      [...document.querySelectorAll('.button, .input, .card, .notice, .verdict')].filter(item => {
        const style = getComputedStyle(item);
        return item.getBoundingClientRect().width && ['Top', 'Bottom', 'Left', 'Right'].every(side => parseFloat(style['border' + side + 'Width']) === 0)
          && style.outlineStyle === 'none' && !item.closest('.embed');
      }).map(item => item.outerHTML.slice(0, 90))""")
    checks.check(not flat, f"{name}: controls and cards have edges in forced colours: {flat[:3]}")
    bars = page.evaluate("""
      [...document.querySelectorAll('[aria-current]')].filter(item => {
        const style = getComputedStyle(item), other = [...item.parentElement.parentElement.querySelectorAll(item.tagName)].find(one => !one.hasAttribute('aria-current'));
        if (!other || !item.getBoundingClientRect().width) return false;
        const plain = getComputedStyle(other);
        return ['color', 'backgroundColor', 'borderBottomColor', 'outlineStyle', 'textDecorationLine', 'borderBottomWidth', 'fontWeight'].every(one => style[one] === plain[one]);
      }).map(item => item.outerHTML.slice(0, 90))""")
    checks.check(not bars, f"{name}: where one is, is seen in forced colours: {bars[:3]}")
    page.emulate_media(forced_colors="none", reduced_motion="reduce")


def motion(page, checks, name, address):
    page.emulate_media(reduced_motion="reduce")
    settle(page, address)
    checks.check(page.evaluate(MOVING) == 0, f"{name}: nothing moves for people who want that")


def paper(page, checks, name, address):
    """One sheet: A4, as the browser prints it."""
    settle(page, address)
    sheet = page.pdf(format="A4", print_background=False)
    count = sheet.count(b"/Type /Page\n") or sheet.count(b"/Type/Page/") or sheet.count(b"/Type /Page ")
    checks.check(count == 1, f"{name}: prints on one page, not on {count}")
    return sheet


def focus(page, checks, name, address, limit=400):
    """Tab through the whole page: every stop is seen, is not covered, and the way leads out again."""
    page.set_viewport_size({"width": 1280, "height": 900})
    settle(page, address)
    seen = set()
    for number in range(limit):
        page.keyboard.press("Tab")
        state = page.evaluate("""
          (() => {
            const item = document.activeElement;
            if (!item || item === document.body) return null;
            const whole = item.closest('.whole, .tiles-pick label') ?? item, box = item.getBoundingClientRect();
            const rings = [item, whole].map(one => getComputedStyle(one)).some(style =>
              style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2);
            item.dataset.stop ??= String(Math.random());
            return { stop: item.dataset.stop, html: item.outerHTML.slice(0, 90), rings,
              inside: box.bottom > 0 && box.top < innerHeight, covered: !!top && !item.contains(top) && !top.contains(item) && !whole.contains(top) };
          })()""")
        if state is None or state["stop"] in seen:
            break
        seen.add(state["stop"])
        if not state["rings"]:
            checks.check(False, f"{name}: the focus is seen at {state['html']}")
        if not state["inside"] or state["covered"]:
            checks.check(False, f"{name}: the focus is not covered at {state['html']}")
    checks.check(len(seen) > 2 and len(seen) < limit, f"{name}: Tab goes through the page and out again ({len(seen)} stops)")
