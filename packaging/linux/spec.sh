#!/bin/sh
# Freeze one spec of the checkout in the build root, and move what it makes to .build/linux.
# Usage: spec.sh ROOT SPEC NAME    NAME is the folder that the spec makes.
set -eu
here=$(dirname "$0")
root=$1
out=.build/linux
rm -rf "$root/build/src" "$root/build/dist" "$out/$3"
mkdir -p "$root/build/src" "$out"
git ls-files -z | tar --null --files-from - --create | tar --extract --directory "$root/build/src"
# One commit, one package: nothing depends on the hour it is built at.
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
# Modules are stored as they are: to unpack them takes a tenth of the time to the first paint, and
# the package is compressed as a whole. The columns of each instruction are left out of the bytecode,
# as a traceback names lines: less to read at every start.
"$here/enter.sh" "$root" env PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0 SOURCE_DATE_EPOCH="$epoch" PYTHONHASHSEED=0 PYTHONNODEBUGRANGES=1 PYTHONPATH=/opt/site \
    LD_LIBRARY_PATH=/opt/python/lib PATH="/opt/python/bin:$PATH" sh -eu -c '
        cd /build/src
        python3.11 -m desktop_app build
        python3.11 -m PyInstaller --noconfirm --clean --log-level WARN \
            --distpath /build/dist --workpath /build/work "$1"
    ' sh "$2" >"$out/$3.log" 2>&1 || { tail -n 30 "$out/$3.log" >&2; exit 1; }
mv "$root/build/dist/$3" "$out/$3"
