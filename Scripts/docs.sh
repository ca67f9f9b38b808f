#!/bin/sh
# Builds the reference from the doc comments, offline; a broken link between symbols is an error.
# All of it down to `internal`: the program App is documented like the modules it puts together.
set -eu
out=.build/docs
site=$out/site
rm -rf "$out"
mkdir -p "$out/graphs"

swift build
build=$(swift build --show-bin-path)
target=$(swift -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["target"]["triple"])')

# Where the C modules of the system libraries and of the packages are found.
includes=$(
    { find Sources/System -name module.modulemap -exec dirname {} \;
      find .build/checkouts -path '*/Sources/*' -name module.modulemap -exec dirname {} \;
      find .build/checkouts -type d -name include -path '*/Sources/*' ! -path '*/include/*'; } |
        sort -u | sed 's/^/-I /' | tr '\n' ' '
)
maps=$(find "$build" -maxdepth 2 -path '*.build/module.modulemap' | sed 's/^/-Xcc -fmodule-map-file=/' | tr '\n' ' ')

extract() {
    # shellcheck disable=SC2086
    swift symbolgraph-extract -module-name "$1" -target "$target" -I "$build/Modules" $includes $maps \
        -minimum-access-level internal -skip-inherited-docs -skip-synthesized-members -output-dir "$out/graphs"
}
modules=$(swift package describe --type json | python3 -c '
import json, sys
for target in json.load(sys.stdin)["targets"]:
    if target["type"] in ("library", "executable") and target["path"].startswith("Sources/"):
        print(target["name"])')
for module in $modules; do extract "$module"; done

docc=$(dirname "$(readlink -f "$(command -v swift)")")/docc
[ -x "$docc" ] || docc=$(swift -print-target-info | python3 -c '
import json, pathlib, sys
print(pathlib.Path(json.load(sys.stdin)["paths"]["runtimeResourcePath"]).parents[1] / "bin/docc")')
problems=$out/problems.json
"$docc" convert --diagnostics-file "$problems" --additional-symbol-graph-dir "$out/graphs" --output-path "$site" docs/Laurel.docc \
    >"$out/log" || { cat "$out/log"; exit 1; }
Scripts/docs-problems.py "$problems"
echo "The reference is in $site"
