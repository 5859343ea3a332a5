#!/bin/sh
# Freeze the bare window that `make bench` measures the packaged program by, as that was frozen.
# ROOTS=… and SUITE=… are those of freeze.sh, which has to come first.
set -eu
cd "$(dirname "$0")/../.."
root=${ROOTS:-.build/roots}/build-${SUITE:-bullseye}
stamp=.build/linux/bare.stamp
now=$(cat tests/bench/bare_window.* packaging/pyinstaller/trim.* \
    packaging/pyinstaller/plugins_of_qt.py packaging/linux/spec.sh \
    packaging/locks/package-linux.txt | sha256sum)
[ -d .build/linux/bare ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && exit 0
packaging/linux/spec.sh "$(realpath "$root")" tests/bench/bare_window.spec bare
printf '%s\n' "$now" >"$stamp"
