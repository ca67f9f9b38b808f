# The commands to know. Each sets up what it needs.
.PHONY: setup build run test check format docs bench e2e package fuzz clean

LAUREL = .build/debug/laurel

setup:
	@Scripts/setup.sh

build: setup
	swift build

run: build
	@$(LAUREL) seed demo
	@$(LAUREL) serve

test: setup
	swift build --build-tests
	Scripts/test.sh

check: setup
	Scripts/check.sh

format:
	swift format --in-place --recursive Package.swift Sources Tests

docs: setup
	Scripts/docs.sh

bench: setup
	Scripts/bench.sh

e2e: setup
	Scripts/e2e.sh

package: setup
	Scripts/package.sh

# Damages input for long; LAUREL_FUZZ is how many inputs are tried for each seed.
fuzz: setup
	swift build --build-tests
	LAUREL_FUZZ=$${LAUREL_FUZZ:-5000} swift test --skip-build --filter 'Fuzz/|MutationTests/'

clean:
	rm -rf .build
