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
cp "$linux/python.sh" "$root/root/"
if [ ! -x "$root/opt/python/bin/python3.11" ]; then
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

rm -rf "$root/build/src" "$out/gongbao"
mkdir -p "$root/build/src"
git ls-files -z | tar --null --files-from - --create | tar --extract --directory "$root/build/src"
# One commit, one package: nothing depends on the hour it is built at.
epoch=$(git log -1 --format=%ct)
"$linux/enter.sh" "$root" env SOURCE_DATE_EPOCH="$epoch" PYTHONHASHSEED=0 PYTHONPATH=/opt/site \
    LD_LIBRARY_PATH=/opt/python/lib \
    PATH="/opt/python/bin:$PATH" sh -eu -c '
        cd /build/src
        python3.11 -m desktop_app build >/dev/null 2>&1
        python3.11 -m PyInstaller --noconfirm --clean --log-level WARN \
            --distpath /build/dist --workpath /build/work packaging/pyinstaller/gongbao.spec
    ' >"$out/freeze.log" 2>&1 || { tail -n 30 "$out/freeze.log" >&2; exit 1; }
mv "$root/build/dist/gongbao" "$out/gongbao"
"$linux/glibc.sh" "$out/gongbao" >"$out/glibc.txt"
head -n 1 "$out/glibc.txt"
