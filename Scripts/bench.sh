#!/bin/sh
# Measures the program that people run: a release build with 30,000 people, 200 badges and 600,000 awards.
# Every figure stands beside the server's own plain "live" answer of the same run.
set -eu
LAUREL_EXTRA_PACKAGES="wrk" Scripts/setup.sh
swift build -c release --product laurel
exec python3 Scripts/bench/pages.py "$(swift build -c release --show-bin-path)/laurel" "$@"
