#!/bin/sh
# Runs all tests from what was built.
set -eu
exec swift test --skip-build
