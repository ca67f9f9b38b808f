"""openbadgeslib 4.6.3 judges the badges of agreement.py: what it is told is the issuer's key or DID, as its users must."""

import urllib.request

from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob2.verifier import OB2Verifier
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3Verifier
from openbadgeslib import baking


def download(address, *_, **__):
    """It asks for https, and this machine's servers speak http."""
    with urllib.request.urlopen(address.replace("https://", "http://"), timeout=20) as answer:
        return answer.read()


def text(data, version):
    """What the picture carries, or the text itself."""
    if data[:1] == b"\x89":
        return OB3Verifier.extract_token_from_png(data) if version == 3 else baking.extract_png(data)
    if data[:1] == b"<":
        return OB3Verifier.extract_token_from_svg(data) if version == 3 else baking.extract_svg(data)
    return data.decode()


def judged(case, data):
    """Whether it counts, and why not."""
    version = 2 if case["name"].startswith("2.0") else 3
    try:
        given = text(data, version)
        if given is None:
            return False, "finds no badge in it"
        given = given.decode() if isinstance(given, bytes) else given
        recipient = case["recipient"]
        if version == 2:
            verifier = OB2Verifier(download=download)
            check = verifier.verify if given.count(".") == 2 and given[:1] != "{" else verifier.verify_hosted
            check(given, expected_recipient=recipient, check_revocation=True)
        elif "did" in case:
            verifier = OB3LdpVerifier.for_issuer_did(case["did"])
            verifier.verify(given, expected_recipient=recipient, check_status=True, download=download)
        else:
            verifier = OB3Verifier(case["key"])
            verifier.verify(given, expected_recipient=recipient, check_status=True, download=download)
        return True, ""
    except LibOpenBadgesException as error:
        return False, f"{error}"[:200]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        return False, f"fell over: {type(error).__name__}: {error}"[:200]


def all_judged(cases):
    return {case["name"]: judged(case, case["given"]) for case in cases}
