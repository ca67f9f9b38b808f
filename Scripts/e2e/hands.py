"""A flow is written once and walked three ways: by mouse, by keyboard alone, and by mouse without script.

Nothing here clicks, focuses or scrolls by script: the keyboard reaches everything by Tab and arrow keys, as people do.
"""
STOPS = 300
FOCUSED = "item => item === document.activeElement"
FOCUSED_GROUP = """item => item === document.activeElement
  || item.type === 'radio' && document.activeElement.type === 'radio' && document.activeElement.name === item.name"""


class Hand:
    """What all ways have in common. Addresses are opened as by a link in a mail: that is no step."""

    def __init__(self, page, portal, checks, way):
        self.page, self.portal, self.checks, self.way = page, portal, checks, way
        self.has_script = way != "without script"
        self.presses = 0

    def open(self, path):
        self.page.goto(path if path.startswith("http") else self.portal.address + path)

    def path(self):
        return self.page.url.removeprefix(self.portal.address).split("?")[0].split("#")[0]

    def check(self, holds, rule):
        self.checks.check(holds, f"{self.way}: {rule}")

    def shows(self, text, rule, timeout=8_000):
        """That the page says `text` now, or soon."""
        place = self.page.get_by_text(text).first
        try:
            place.wait_for(timeout=timeout)
            self.check(True, rule)
        except Exception:  # noqa: BLE001
            self.check(False, f"{rule}: no “{text}” at {self.path()}: {self.page.locator('main').inner_text()[:300]!r}")

    def named(self, role, name, within=None):
        return (within or self.page).get_by_role(role, name=name).first

    def press(self, name, role="button", within=None, leads=True):
        """Presses a button or follows a link; `leads`: to a page."""
        self.presses += 1
        target = self.named(role, name, within)
        target.wait_for()
        if not leads:
            return self.operate(target)
        with self.page.expect_navigation():
            self.operate(target)
        self.page.wait_for_load_state()

    def follow(self, name, within=None):
        self.press(name, "link", within)

    def field(self, label):
        return self.page.get_by_label(label, exact=True).first

    def sign_in(self, person):
        """To the home page, past the welcome for who comes for the first time."""
        self.open("/login")
        self.press(person)
        if self.path() == "/welcome":
            self.open("/")

    def leave(self):
        self.page.context.clear_cookies()

    def download(self, name, role="link"):
        """The bytes of what a link leads to."""
        with self.page.expect_download() as file:
            self.press(name, role, leads=False)
        with open(file.value.path(), "rb") as stream:
            return stream.read()


class Mouse(Hand):
    def operate(self, target):
        target.click()

    def fill(self, label, text):
        self.field(label).fill(text)

    def choose(self, label, option):
        self.field(label).select_option(option)

    def tick(self, label, within=None):
        (within or self.page).get_by_label(label, exact=True).first.check()

    def unfold(self, summary):
        self.page.locator("summary", has_text=summary).first.click()

    def give(self, label, name, kind, data):
        with self.page.expect_file_chooser() as chooser:
            self.field(label).click()
        chooser.value.set_files({"name": name, "mimeType": kind, "buffer": data})


class Keyboard(Hand):
    def reach(self, target, arrived=FOCUSED):
        target.wait_for(state="attached")
        for _ in range(STOPS):
            if target.evaluate(arrived):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way by Tab to {target}")

    def operate(self, target):
        self.reach(target)
        self.page.keyboard.press("Enter")

    def fill(self, label, text):
        self.reach(self.field(label))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def choose(self, label, option):
        """By arrow keys, from where the list stands to the option."""
        field = self.field(label)
        self.reach(field)
        way = field.evaluate("(list, value) => [...list.options].findIndex(one => one.value === value) - list.selectedIndex", option)
        for _ in range(abs(way)):
            self.page.keyboard.press("ArrowDown" if way > 0 else "ArrowUp")
        assert field.input_value() == option, f"{label}: {field.input_value()} instead of {option}"

    def tick(self, label, within=None):
        box = (within or self.page).get_by_label(label, exact=True).first
        if box.get_attribute("type") == "radio":
            return self.turn_to(box, label)
        self.reach(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def turn_to(self, box, label):
        """Within a group of which one is chosen."""
        self.reach(box, FOCUSED_GROUP)
        if not self.page.locator("input[type=radio]:focus").is_checked():
            self.page.keyboard.press("Space")
        for _ in range(60):
            if box.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no way by arrow keys to {label}")

    def unfold(self, summary):
        self.reach(self.page.locator("summary", has_text=summary).first)
        self.page.keyboard.press("Enter")

    def give(self, label, name, kind, data):
        self.reach(self.field(label))
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files({"name": name, "mimeType": kind, "buffer": data})


WAYS = {"by mouse": Mouse, "by keyboard": Keyboard, "without script": Mouse}
