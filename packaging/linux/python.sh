#!/bin/sh
# Inside the build root: compile SQLite and CPython from a newer Debian's sources, for its old glibc.
# Usage: python.sh SUITE-OF-THE-SOURCES
set -eu
suite=$1
prefix=/opt/python
# Of an earlier attempt nothing is taken over.
rm -rf $prefix /build
mkdir -p /build
cd /build
mirror=$(grep -m 1 '^deb ' /etc/apt/sources.list | cut -d ' ' -f 2)
echo "deb-src $mirror $suite main" >/etc/apt/sources.list.d/sources.list
apt-get -q update
apt-get -q source sqlite3 python3.11

# The SQLite of the suite itself is older than the one the program is tested with.
(
    cd sqlite3-*/
    ./configure --prefix=$prefix --disable-static --enable-fts5 --disable-tcl --disable-readline \
        CFLAGS='-O2 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_SECURE_DELETE'
    make -j"${JOBS:-2}" libsqlite3.la sqlite3.h
    make install-includes 2>/dev/null || true
    make lib_install
    install -D -m 644 sqlite3.h sqlite3ext.h 2>/dev/null -t $prefix/include ||
        install -D -m 644 sqlite3.h src/sqlite3ext.h -t $prefix/include
)
(
    cd python3.11-*/
    # WORKAROUND: Debian's patch for CVE-2026-4224 includes a header of the core, which Debian builds
    # this module into; here it is built apart.
    sed -i '1i #define Py_BUILD_CORE_MODULE 1' Modules/pyexpat.c
    # It writes down when it was compiled: that of its source instead.
    SOURCE_DATE_EPOCH=$(dpkg-parsechangelog --show-field Timestamp)
    export SOURCE_DATE_EPOCH
    # Optimised by a profile, as Debian's own and python.org's are: it starts and reads a sixth sooner.
    ./configure --prefix=$prefix --enable-shared --enable-optimizations \
        --without-ensurepip --without-static-libpython \
        CPPFLAGS="-I$prefix/include" LDFLAGS="-L$prefix/lib -Wl,-rpath,$prefix/lib" \
        CFLAGS_NODIST=-fno-semantic-interposition LDFLAGS_NODIST=-fno-semantic-interposition
    make -j"${JOBS:-2}"
    make install
)
# What is shipped must not look for libraries in a folder of the build.
find $prefix -name '*.so*' -type f -exec patchelf --remove-rpath {} \;
LD_LIBRARY_PATH=$prefix/lib $prefix/bin/python3.11 -c '
import sqlite3, ctypes, zlib, bz2, lzma, pyexpat
sqlite3.connect(":memory:").execute("create virtual table t using fts5(a, tokenize=trigram)")
print(sqlite3.sqlite_version)'
# Whoever freezes with it sees by this copy that it is whole and made this very way.
cp "$0" $prefix/built-by.sh
