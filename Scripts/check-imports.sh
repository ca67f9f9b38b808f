#!/bin/sh
# The direction of the house: Core <- Integrations <- App. SwiftPM alone does not enforce it.
set -eu
ours=$(ls Sources/Integrations | tr '\n' '|')App
bad=$(
    grep -rnE "import (\w+ )?($ours)\$" Sources/Core || true
    grep -rnE '^\s*(@\w+ |package |internal |private )*import ' Sources/Core | grep -vE 'import (Foundation|Crypto)$' || true
    for folder in Sources/Integrations/*/; do
        grep -rnE "import ($ours)\$" "$folder" || true
    done
    grep -rnE 'import Hummingbird' Sources/Integrations || true
    grep -rnE '\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.*\b(FROM|INTO|SET|WHERE|VALUES)\b' Sources/App Sources/Core --include='*.swift' || true
)
[ -z "$bad" ] || { echo "not allowed here:"; echo "$bad"; exit 1; }
