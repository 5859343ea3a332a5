#!/bin/bash
# Make the Windows packages out of a frozen folder: installer, MSI, portable archive; and the
# templates for group policy.
# Usage: pack.sh ONEDIR DIST [--trial]    PYTHON=… is one with the package pefile.
# The folder may come from a Windows PC; what packs it runs on Linux.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
onedir=$(cd "$1" && pwd)
mkdir -p "$2"
dist=$(cd "$2" && pwd)
trial=${3:-}
python=${PYTHON:-python3}
icon=$(cd "$here/../.." && pwd)/.build/icon/gongbao.ico
version=$("$python" "$here/../product.py" version)
command=$("$python" "$here/../product.py" command)
name=$command-$version${trial:+-试装}-x64
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT

"$python" "$here/audit.py" "$onedir"
"$here/../sign.sh" programs "$onedir"
# Of one time, so that the same program makes the same packages wherever it has been copied.
find "$onedir" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +

rm -f "$dist/$name"*
cp "$onedir/licences/sbom.cdx.json" "$dist/$name.cdx.json"
"$python" "$here/portable.py" "$onedir" "$dist/$name-portable.zip" "$command" $trial
"$python" "$here/group_policy.py" "$dist/$name-group-policy.zip"

"$python" "$here/identity.py" "$parts/identity.nsh" $trial
"$python" "$here/listing.py" "$onedir" "$parts/listing.nsh"
makensis -V2 -INPUTCHARSET UTF8 -DSTUB=amd64-unicode -DIDENTITY="$parts/identity.nsh" \
    -DLISTING="$parts/listing.nsh" -DSOURCE="$onedir" -DICON="$icon" \
    -DOUT="$dist/$name-setup.exe" "$here/installer.nsi"

"$python" "$here/msi.py" "$onedir" "$parts/program.wxs" $trial
# wixl looks for files from where it stands.
(cd "$onedir" && wixl --arch x64 --output "$dist/$name.msi" "$parts/program.wxs")
(
    export LC_ALL=C.UTF-8 TZ=UTC
    for table in "$parts"/*.idt; do
        msibuild "$dist/$name.msi" -i "$table"
    done
    while read -r query; do
        msibuild "$dist/$name.msi" -q "$query"
    done <"$parts/program.queries"
)

"$here/../sign.sh" windows "$dist/$name-setup.exe" "$dist/$name.msi"

cd "$dist"
ls -l --block-size=K "$name"*
