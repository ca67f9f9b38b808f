"""Counts what holds and what does not."""


class Checks:
    def __init__(self):
        self.passed = 0
        self.failed = []

    def check(self, holds, rule):
        if holds:
            self.passed += 1
        else:
            self.failed.append(rule)
            print(f"FAILED {rule}", flush=True)

    def run(self, name, flow, *arguments):
        """Runs one flow; what it throws is one failure and stops no other flow."""
        try:
            return flow(*arguments)
        except Exception as error:  # noqa: BLE001
            self.check(False, f"{name}: {' '.join(str(error).split())[:300]}")
