#!/bin/bash
# Make the wine prefix $WORK/prefix: a Windows 10 with what wine lacks of it, and Chinese dialogs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
. "$here/environment.sh"

[ ! -f "$WINEPREFIX/made" ] || exit 0
rm -rf "$WINEPREFIX"
mkdir -p "$WINEPREFIX"
run_wine wineboot -i
wineserver -w
# Part of Windows since 10 1703; Qt asks for it by name and does without what it cannot do.
x86_64-w64-mingw32-gcc -O2 -s -shared -nostdlib "$here/icuuc.c" \
    -o "$WINEPREFIX/drive_c/windows/system32/icuuc.dll"
run_wine winecfg /v win10

# A Chinese Windows has Chinese faces in its own folder; wine has none, and not every face of this
# machine is one that Qt takes there. This one is unpacked beside the build, not installed.
fonts=$root/.build/windows/fonts
face_file=$fonts/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
if [ ! -f "$face_file" ]; then
    parts=$(mktemp -d)
    (cd "$parts" && apt-get -q download fonts-noto-cjk >/dev/null)
    mkdir -p "$fonts"
    dpkg-deb --extract "$parts"/fonts-noto-cjk_*.deb "$fonts"
    rm -rf "$parts"
fi
cp "$face_file" "$WINEPREFIX/drive_c/windows/Fonts/NotoSansCJK.ttc"
face='Noto Sans CJK SC'
substitutes='HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes'
replacements='HKCU\Software\Wine\Fonts\Replacements'
registry=$(mktemp --suffix=.reg)
{
    printf 'Windows Registry Editor Version 5.00\r\n'
    printf '\r\n[HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Fonts]\r\n'
    printf '"%s (TrueType)"="NotoSansCJK.ttc"\r\n' "$face"
    for key in "HKEY_LOCAL_MACHINE${substitutes#HKLM}" "HKEY_CURRENT_USER${replacements#HKCU}"; do
        printf '\r\n[%s]\r\n' "$key"
        # What dialogs ask for; what the program itself asks for it is to find without this.
        for name in 'MS Shell Dlg' 'MS Shell Dlg 2' Tahoma SimSun 宋体 'Segoe UI'; do
            printf '"%s"="%s"\r\n' "$name" "$face"
        done
    done
} | iconv -f UTF-8 -t UTF-16 >"$registry"
run_wine regedit /S "$registry"
rm "$registry"
wineserver -w
touch "$WINEPREFIX/made"
