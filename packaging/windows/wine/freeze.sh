#!/bin/bash
# Freeze the program for Windows under wine: a trial build in $WORK/dist/gongbao.
# Usage: freeze.sh PYTHON    an interpreter of 3.11, which lends its standard library and its pip.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
python=$1
lock=$root/packaging/locks/windows-trial.txt
cache=$WORK/wheels
. "$here/environment.sh"

"$here/prefix.sh"
# A copy of the lock lies in what was made from it: the same copy, nothing to do.
if ! cmp -s "$lock" "$WORK/python/lock.txt"; then
    "$python" -m pip download --quiet --disable-pip-version-check --dest "$cache" --no-deps \
        --platform win_amd64 --python-version 3.11 --implementation cp --only-binary=:all: \
        --require-hashes --requirement "$lock"
    "$here/python.sh" "$python" "$cache"/panda3d-*.whl "$cache"/shiboken6-*.whl
    grep -v '^ ' "$lock" | grep -oE '^[a-z0-9-]+==[^ ]+' | grep -v '^panda3d==' >"$WORK/install.txt"
    "$python" -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
        --no-index --find-links "$cache" --no-deps --target "$WORK/python/Lib/site-packages" \
        --platform win_amd64 --python-version 3.11 --implementation cp --only-binary=:all: \
        --requirement "$WORK/install.txt"
    cp "$lock" "$WORK/python/lock.txt"
fi
cd "$root"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
PYTHONHASHSEED=0
# Modules are stored as they are, as on Linux (spec.sh).
export SOURCE_DATE_EPOCH PYTHONHASHSEED PYTHONUTF8=1 PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0
# It warns of every part of Windows that wine keeps elsewhere: said only where it fails.
run_wine "$WORK/python/python.exe" -m PyInstaller --noconfirm \
    --distpath "$(winepath -w "$WORK/dist")" --workpath "$(winepath -w "$WORK/pyinstaller")" \
    packaging/pyinstaller/gongbao.spec >"$WORK/pyinstaller.log" || {
    tail -n 40 "$WORK/pyinstaller.log" >&2
    exit 1
}
