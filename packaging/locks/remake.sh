#!/bin/sh
# Remake the hashed lock files from pyproject.toml with the newest versions that its spans allow.
# One lock serves Linux and Windows, Python 3.11 and newer; no host of a registry is written.
set -eu
cd "$(dirname "$0")/../.."
locks=packaging/locks
. packaging/locks/uv.sh

# lock NAME PYSIDE [OPTION...]: the other pins are those of dev.txt, so that only Qt differs.
lock() {
    compile "$@" --universal
}

# A lock for Windows alone can be downloaded on another system too: no marker asks where it is.
lock_windows() {
    compile "$@" --python-platform x86_64-pc-windows-msvc
}

compile() {
    name=$1
    pyside=$2
    shift 2
    pins=$(mktemp)
    echo "pyside6-essentials==$pyside" >"$pins"
    "$uv" pip compile pyproject.toml --quiet --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --annotation-style line --constraint "$pins" "$@" \
        --output-file "$locks/$name.txt" >/dev/null
    rm "$pins"
    # The constraint lay in a file that is gone: no reason to name.
    sed -i "s/-c [^, ]*, //; s/, -c [^, ]*//; 1i # Made by make locks; not for editing." "$locks/$name.txt"
}

rm -f "$locks"/*.txt
lock dev 6.11.3 --group dev
cp "$locks/dev.txt" "$locks/run.txt"
lock run 6.11.3
cp "$locks/dev.txt" "$locks/test-pyside-6.9.3.txt"
lock test-pyside-6.9.3 6.9.3 --group test
cp "$locks/dev.txt" "$locks/bench.txt"
lock bench 6.11.3 --group bench
# Qt for an old glibc, and the newest Qt: decision 5.
cp "$locks/dev.txt" "$locks/package-linux.txt"
lock package-linux 6.9.3 --group package
cp "$locks/dev.txt" "$locks/package-windows.txt"
lock package-windows 6.11.3 --group package
cp "$locks/package-windows.txt" "$locks/windows-trial.txt"
lock_windows windows-trial 6.11.3 --group windows-trial
