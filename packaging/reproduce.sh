#!/bin/sh
# Build the Linux packages of this commit once more, from nothing but the roots, and compare.
# Usage: reproduce.sh    dist/ must hold packages of this commit, which the second ones replace;
#                        where the second build fails, everything is as it was before.
set -eu
cd "$(dirname "$0")/.."
frozen=.build/linux/gongbao
stamp=.build/linux/frozen.stamp
first=.build/linux-first

put_back() {
    if [ -d "$first/gongbao" ]; then
        rm -rf "$frozen" dist
        mv "$first/gongbao" "$frozen"
        mv "$first/dist" dist
        mv "$first/frozen.stamp" "$stamp"
    fi
    rm -rf "$first"
}

# Killed so suddenly that nothing was put back: no build was finished since.
[ -f "$stamp" ] || put_back
if [ ! -f "$stamp" ]; then
    . packaging/say.sh
    say "还没有可比的包；请先运行：make package-deb package-tar package-uos" \
        "There are no packages to compare with; run: make package-deb package-tar package-uos"
    exit 1
fi
rm -rf "$first"
mkdir -p "$first"
cp -a --reflink=auto dist "$first/dist"
cp -a "$stamp" "$first/"
trap put_back EXIT
trap 'exit 1' HUP INT TERM
# First: whoever is killed between the two finds no stamp of a folder that is gone.
rm -f "$stamp"
mv "$frozen" "$first/gongbao"
"${MAKE:-make}" --no-print-directory package-deb package-tar package-uos
trap - EXIT HUP INT TERM

code=0
python=.venv/bin/python
"$python" packaging/compare.py "$first/gongbao" "$frozen" || code=1
for package in "$first"/dist/*_amd64.deb* "$first"/dist/*-linux-*; do
    "$python" packaging/compare.py "$package" "dist/$(basename "$package")" || code=1
done
rm -rf "$first"
exit $code
