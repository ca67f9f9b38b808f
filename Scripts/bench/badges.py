#!/usr/bin/env python3
"""Measures making and checking badges, beside the raw signatures and beside other people's programs, in one run.

    badges.py BADGEBENCH PYTHON_OF_2.0 PYTHON_OF_3.0
"""
import pathlib
import subprocess
import sys
import tempfile

import pictures

HERE = pathlib.Path(__file__).resolve().parent


def rates(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: {done.stderr[-2_000:]}")
    return {name: int(rate) for name, rate in (line.split("\t") for line in done.stdout.splitlines())}


def main():
    bench, second, third = sys.argv[1:4]
    with tempfile.TemporaryDirectory(prefix="laurel-bench-") as folder:
        picture = pathlib.Path(folder) / "picture.png"
        picture.write_bytes(pictures.png(400))
        ours = rates([bench, picture, folder])
        theirs = rates([second, HERE / "theirs2.py", folder]) | rates([third, HERE / "theirs3.py", folder])
    print("| what | a second | beside | ratio |\n|---|---|---|---|")
    for what, name, beside, rate in [
        ("credential as VC-JWT, RS256", "token", "RSA-2048 signature alone", ours["rsa alone"]),
        ("credential with a proof, Ed25519", "proof", "Ed25519 signature alone", ours["ed25519 alone"]),
        ("baked PNG of 400 pixels", "png", "openbadges-bakery 2.0.0", theirs["png"]),
        ("proof verified, from bytes", "verify", "openbadgeslib 4.6.3", theirs["verify"]),
        ("canonical N-Quads, from bytes", "canonical", "PyLD 3.3.0", theirs["canonical"]),
    ]:
        ratio = ours[name] / rate
        share = f"{ratio:.0%}" if ratio < 2 else f"{ratio:,.0f} ×"
        print(f"| {what} | {ours[name]:,} | {beside}: {rate:,} | {share} |")


main()
