#!/bin/sh
# Freeze the program (freeze.sh) unless that was done from these very files.
set -eu
cd "$(dirname "$0")/../.."
stamp=.build/linux/frozen.stamp
inputs() {
    git ls-files -z -- desktop_app resources data packaging/locks/package-linux.txt \
        packaging/pyinstaller packaging/licences packaging/linux/freeze.sh packaging/linux/spec.sh \
        packaging/linux/python.sh \
        packaging/linux/build-packages.txt packaging/product.toml pyproject.toml |
        xargs -0 sha256sum | sha256sum
}
now=$(inputs)
[ -d .build/linux/gongbao ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && exit 0
rm -f "$stamp"
packaging/linux/freeze.sh
printf '%s\n' "$now" >"$stamp"
