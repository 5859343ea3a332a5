#!/bin/sh
# Build the Linux packages of this commit once more, from nothing but the roots, and compare.
# Usage: reproduce.sh    dist/ must hold packages of this commit, which the second ones replace.
set -eu
cd "$(dirname "$0")/.."
first=.build/linux-first
rm -rf "$first"
mkdir -p "$first"
mv .build/linux/gongbao "$first/gongbao"
cp dist/*_amd64.deb dist/*-linux-* "$first/"
rm -f .build/linux/frozen.stamp
"${MAKE:-make}" --no-print-directory package-deb package-tar package-uos
code=0
python=.venv/bin/python
"$python" packaging/compare.py "$first/gongbao" .build/linux/gongbao || code=1
rm -f "$first"/*.minisig
for package in "$first"/*.deb "$first"/*-linux-*; do
    "$python" packaging/compare.py "$package" "dist/$(basename "$package")" || code=1
done
rm -rf "$first"
exit $code
