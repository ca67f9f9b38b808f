#!/bin/sh
# Measures the program that people run: a release build with 30,000 people, 200 badges and 600,000 awards.
# Every figure stands beside the server's own plain "live" answer of the same run, or beside other people's programs.
set -eu
LAUREL_EXTRA_PACKAGES="wrk" Scripts/setup.sh
Scripts/e2e/verifiers.sh
swift build -c release --product laurel
swift build -c release --product BadgeBench
programs="$(swift build -c release --show-bin-path)"
python3 Scripts/bench/badges.py "$programs/BadgeBench" .build/e2e/ob2/bin/python .build/e2e/ob3/bin/python
exec python3 Scripts/bench/pages.py "$programs/laurel" "$@"
