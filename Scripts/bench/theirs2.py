"""How many pictures openbadges-bakery bakes a second."""

import io
import pathlib
import sys
import time

from openbadges_bakery import bake

folder = pathlib.Path(sys.argv[1])
picture = (folder / "picture.png").read_bytes()
text = (folder / "unsigned.json").read_text()
start, count = time.perf_counter(), 0
while time.perf_counter() - start < 2:
    bake(io.BytesIO(picture), text)
    count += 1
print(f"png\t{count / (time.perf_counter() - start):.0f}")
