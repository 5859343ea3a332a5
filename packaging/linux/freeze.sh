#!/bin/sh
# Freeze the program against an old glibc: .build/linux/gongbao, for every Linux package.
# ROOTS=… is where the systems lie that it is built and tried in, SUITE=… the one it is built in.
set -eu
cd "$(dirname "$0")/../.."
linux=packaging/linux
. packaging/say.sh
suite=${SUITE:-bullseye}
newer=bookworm
root=${ROOTS:-.build/roots}/build-$suite
out=.build/linux
mkdir -p "$out" "$(dirname "$root")"
root=$(realpath "$root")

# Compilers, what Python is built with, and the libraries that Qt's plugins are bundled with.
"$linux/root.sh" "$root" "$suite" $(grep -v '^#' "$linux/build-packages.txt")
if ! cmp -s "$linux/python.sh" "$root/opt/python/built-by.sh"; then
    cp "$linux/python.sh" "$root/root/"
    say "正在编译 Python，约需几分钟……" "Compiling Python; it takes some minutes…"
    "$linux/enter.sh" "$root" /root/python.sh "$newer" >"$root.python.log" 2>&1 ||
        { tail -n 30 "$root.python.log" >&2; exit 1; }
fi

# The packages of the lock, chosen for that system by whoever runs here: nothing is fetched inside.
lock=packaging/locks/package-linux.txt
if ! cmp -s "$lock" "$root/opt/site.lock"; then
    . packaging/locks/uv.sh
    rm -rf "$root/opt/site"
    "$uv" pip install --quiet --require-hashes --only-binary :all: \
        --python-version 3.11 --python-platform x86_64-manylinux_2_31 \
        --target "$root/opt/site" --requirement "$lock"
    cp "$lock" "$root/opt/site.lock"
fi

"$linux/spec.sh" "$root" packaging/pyinstaller/gongbao.spec gongbao
"$linux/glibc.sh" "$out/gongbao" >"$out/glibc.txt"
head -n 1 "$out/glibc.txt"
