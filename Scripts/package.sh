#!/bin/sh
# Makes .build/package/laurel-VERSION-SYSTEM.tar.gz: the program with Swift's library inside, and what it starts with.
set -eu
swift build -c release --product laurel --static-swift-stdlib
built=$(swift build -c release --static-swift-stdlib --show-bin-path)
version=$("$built/laurel" --version)
name=laurel-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
folder=.build/package/$name
rm -rf "$folder"
mkdir -p "$folder/docs"
cp "$built/laurel" "$folder/"
strip "$folder/laurel"
cp plugins.json README.md CHANGELOG.md "$folder/"
cp -R docs/demo "$folder/docs/"
tar -czf ".build/package/$name.tar.gz" -C .build/package "$name"
echo "The package is .build/package/$name.tar.gz"
