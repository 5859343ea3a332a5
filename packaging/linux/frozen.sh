#!/bin/sh
# Freeze the program (freeze.sh) unless that was done from these very files.
set -eu
cd "$(dirname "$0")/../.."
stamp=.build/linux/frozen.stamp
inputs="desktop_app resources data packaging/locks/package-linux.txt packaging/pyinstaller
    packaging/licences packaging/linux/freeze.sh packaging/linux/spec.sh packaging/linux/python.sh
    packaging/linux/build-packages.txt packaging/product.toml pyproject.toml"
# The names hold no spaces: one argument each.
# shellcheck disable=SC2086
now=$(git ls-files -z -- $inputs | xargs -0 sha256sum | sha256sum)
[ -d .build/linux/gongbao ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && exit 0
rm -f "$stamp"
# The commit that last touched them: who freezes anew at a later one gets the same.
# shellcheck disable=SC2086
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct -- $inputs)}
export SOURCE_DATE_EPOCH
packaging/linux/freeze.sh
printf '%s\n' "$now" >"$stamp"
