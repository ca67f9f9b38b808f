#!/bin/sh
# What must be true before a change lands: formatting, direction of imports, no warnings, documents that are true and
# without broken links.
set -eu
swift format lint --strict --recursive Package.swift Sources Tests
Scripts/check-imports.sh
python3 Scripts/check-links.py
Scripts/check-test-names.py
swift build --build-tests --explicit-target-dependency-import-check error
Scripts/check-options.py "$(swift build --show-bin-path)/laurel"
Scripts/docs.sh
