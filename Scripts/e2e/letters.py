"""A mail server on this machine that keeps what it is given."""
import email
import email.policy
import re
import time

from aiosmtpd.controller import Controller

from rig import free_port


class Letters:
    def __enter__(self):
        self.kept, self.port = [], free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.kept.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 taken"

    def plugin(self):
        """The entry of plugins.json that sends here."""
        return {"id": "mail", "type": "smtp", "config": {
            "host": "localhost", "port": self.port, "from": "badges@acme.example", "security": "none"}}

    def to(self, address, contains, after=0, seconds=20):
        """The newest letter to somebody whose text has these words, not one of the first `after`."""
        for _ in range(seconds * 10):
            for receivers, letter in reversed(self.kept[after:]):
                if address in receivers and contains in letter.get_body(("plain",)).get_content():
                    return letter
            time.sleep(0.1)
        raise AssertionError(f"no letter to {address} that says {contains!r}")

    def code(self, address, after=0):
        """The code by which somebody shows that the address is theirs."""
        text = self.to(address, "Type this code", after).get_body(("plain",)).get_content()
        return re.search(r"\b\d{8}\b", text)[0]
