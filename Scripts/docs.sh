#!/bin/sh
# Builds the reference from the doc comments, offline; a broken link between symbols is an error.
set -eu
out=.build/docs
rm -rf "$out"
mkdir -p "$out/graphs"
modules=$(swift package describe --type json | python3 -c '
import json, sys
for target in json.load(sys.stdin)["targets"]:
    if target["type"] == "library" and target["path"].startswith("Sources/"):
        print(target["name"])')
target=$(swift -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["target"]["triple"])')
build=$(swift build --show-bin-path)
[ -d "$build/Modules" ] || swift build
includes=$(find Sources/System -name module.modulemap -exec dirname {} \; | sed 's/^/-I /' | tr '\n' ' ')\ $(pkg-config --cflags libpq)
for module in $modules; do
    # shellcheck disable=SC2086
    swift symbolgraph-extract -module-name "$module" -target "$target" -I "$build/Modules" $includes \
        -minimum-access-level package -output-dir "$out/graphs" >/dev/null
done
docc=$(dirname "$(readlink -f "$(command -v swift)")")/docc
"$docc" convert --warnings-as-errors --fallback-display-name Laurel --fallback-bundle-identifier laurel \
    --additional-symbol-graph-dir "$out/graphs" --output-path "$out/site" docs/reference
echo "The reference is in $out/site"
