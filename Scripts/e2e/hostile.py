"""Files made to do damage: each gets a sentence, in little memory and no time: python3 hostile.py

`laurel verify` looks at every file. The list shows
the most memory that it had and how long it took; much of either fails.
"""

import base64
import os
import pathlib
import struct
import sys
import tempfile
import time
import zlib

from portal import LAUREL, ROOT

MEMORY, SECONDS = 256 << 20, 20
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org">{}</svg>'


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks, size=1):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def zeros(gigabytes):
    """A zlib stream of zeros, put together from one piece that stands by itself."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(16 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x78\x9c" + piece * (gigabytes << 6) + b"\x03\x00\x00\x00\x00\x01"


def laughs():
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f"<!DOCTYPE svg [{entities}]>" + SVG.format("<text>&a9;</text>")


def token(payload):
    parts = [b'{"alg":"RS256"}', payload, b"x"]
    return b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)


def files():
    bomb = zeros(2)
    text = b"openbadges\0\0\0\0\0"
    yield "PNG whose pixels unpack to 2 GiB", png(chunk(b"IDAT", bomb), size=20_000)
    yield "PNG whose badge unpacks to 2 GiB", png(chunk(b"iTXt", b"openbadges\0\x01\0\0\0" + bomb))
    yield "PNG with zTXt of 2 GiB", png(chunk(b"zTXt", b"openbadges\0\0" + bomb))
    yield "PNG with 100,000 parts", png(chunk(b"tEXt", b"a\0b") * 100_000)
    yield "PNG that says it has a part of 2 GiB", png()[:33] + struct.pack(">I", (1 << 31) - 1) + b"iTXtopenbadges"
    yield "PNG with 1,000,000 lists in its badge", png(chunk(b"iTXt", text + b"[" * 1_000_000))
    yield "SVG with a script", SVG.format("<script>alert(1)</script>").encode()
    yield "SVG that wants a file", ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                                    + SVG.format('<openbadges:assertion verify="&x;"/>')).encode()
    yield "SVG of a billion laughs", laughs().encode()
    yield "SVG with 1,000,000 elements in each other", SVG.format("<g>" * 1_000_000).encode()
    yield "SVG with 200,000 badges", SVG.format('<openbadges:assertion verify="x"/>' * 200_000).encode()
    yield "SVG with a tag of 7 MiB", SVG.format("<g " + 'a="b" ' * 1_200_000).encode()
    yield "JSON of 1,000,000 lists in each other", b"[" * 1_000_000
    yield "JSON of 1,000,000 objects in each other", b'{"a":' * 1_000_000
    yield "JSON with a number of 1,000,000 digits", b'{"type":"Assertion","issuedOn":' + b"9" * 1_000_000 + b"}"
    yield "JSON with 500,000 members", (b'{"type":"Assertion",' + b",".join(
        b'"m%d":%d' % (n, n) for n in range(500_000)) + b"}")
    yield "JSON of one text of 7 MiB", b'{"type":"Assertion","narrative":"' + "🏅".encode() * 1_800_000 + b'"}'
    yield "token of 1,000,000 lists in each other", token(b'{"vc":' + b"[" * 1_000_000)
    yield "token of 3,000,000 dots", b"." * 3_000_000
    yield "9 MiB of nothing", bytes(9 << 20)
    yield "UTF-8 that is none", b'{"type":"Assertion","id":"\xff\xfe\xed\xa0\x80"}'


def run(file):
    """Exit code, output, bytes of memory at most, and seconds."""
    out = file.with_suffix(".out")
    began = time.monotonic()
    child = os.posix_spawn(
        LAUREL, [LAUREL, "verify", str(file)], os.environ | {"LAUREL_LOG_LEVEL": "critical"},
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, str(out), os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)])
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), out.read_text(), usage.ru_maxrss << 10, time.monotonic() - began


def main():
    os.chdir(ROOT)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="laurel-hostile-") as folder:
        for number, (name, data) in enumerate(files()):
            file = pathlib.Path(folder) / str(number)
            file.write_bytes(data)
            code, said, memory, seconds = run(file)
            sentence = said.strip().split("\n")[0]
            good = code in (1, 2) and len(sentence) > 20 and memory <= MEMORY and seconds <= SECONDS
            failed += not good
            print(f"{'' if good else 'FAILED '}{name}: {memory >> 20} MiB, {seconds:.1f} s, ends with {code}: {sentence[:110]}")
    print(f"hostile files: {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
