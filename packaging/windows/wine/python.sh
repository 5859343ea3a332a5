#!/bin/bash
# Put together a Windows CPython at $WORK/python for trial builds under wine.
# Usage: python.sh PYTHON PANDA3D_WHEEL SHIBOKEN6_WHEEL
# The interpreter's library and modules come from a wheel that carries them, the standard library
# from PYTHON, which must be of the same minor version. Releases are built with python.org's.
set -euo pipefail
python=$1 panda=$2 shiboken=$3
out=$WORK/python
stdlib=$("$python" -c 'import sysconfig; print(sysconfig.get_paths()["stdlib"])')
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT

rm -rf "$out"
mkdir -p "$out/DLLs" "$out/Lib/site-packages" "$out/Scripts"
unzip -q "$panda" 'deploy_libs/*' -d "$parts"
cp "$parts"/deploy_libs/python3??.dll "$out/"
cp "$parts"/deploy_libs/{*.pyd,libffi-8.dll,libcrypto-3.dll,libssl-3.dll,sqlite3.dll} "$out/DLLs/"
rm -f "$out"/DLLs/_tkinter.pyd "$out"/DLLs/_msi.pyd
# The wheel's C++ runtime is of 2016, too old for Qt: shiboken6 brings today's.
unzip -q -j -o "$shiboken" 'shiboken6/vcruntime140*.dll' 'shiboken6/msvcp140.dll' \
    'shiboken6/msvcp140_1.dll' 'shiboken6/msvcp140_2.dll' -d "$out"
tar -C "$stdlib" -cf - --exclude=__pycache__ --exclude=test --exclude=tests --exclude=idlelib \
    --exclude=tkinter --exclude=turtledemo --exclude=lib-dynload --exclude=site-packages \
    --exclude='config-*' --exclude='_sysconfigdata*' --exclude=ensurepip/_bundled \
    --exclude=lib2to3 . | tar -C "$out/Lib" -xf -
# The licence that goes into the package.
for text in "$stdlib/LICENSE.txt" /usr/share/doc/python3.11/copyright; do
    [ ! -f "$text" ] || { cp "$text" "$out/LICENSE.txt" && break; }
done

dll=$(basename "$out"/python3??.dll)
name=${dll%.dll}
cd "$parts"
gendef "$out/$dll" >/dev/null 2>&1
tr -d '\r' <"$name.def" >exports.def
x86_64-w64-mingw32-dlltool -d exports.def -D "$dll" -l libpython.a
cat >console.c <<'C'
#include <wchar.h>
int Py_Main(int count, wchar_t **arguments);
int wmain(int count, wchar_t **arguments) { return Py_Main(count, arguments); }
C
x86_64-w64-mingw32-gcc -O2 -s -municode console.c libpython.a -o "$out/python.exe"

# The library of the stable interface hands every name on; PySide6 links against it.
{
    printf 'LIBRARY "python3.dll"\nEXPORTS\n'
    sed -n '/^EXPORTS/,$p' exports.def | tail -n +2 | sed 's/;.*//' |
        awk -v of="$name" 'NF { print "  " $1 " = " of "." $1 ($2 == "DATA" ? " DATA" : "") }'
} >forwards.def
echo 'int __stdcall DllMainCRTStartup(void *l, unsigned r, void *z) { return 1; }' >forward.c
x86_64-w64-mingw32-gcc -O2 -s -shared -nostdlib -Wl,--dynamicbase,--nxcompat forward.c forwards.def \
    -o "$out/python3.dll"
