#!/bin/bash
# Make the wine prefix $WORK/prefix: a Windows 10 with what wine lacks of it, and Chinese dialogs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
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

# Wine has no Chinese face of its own: dialogs take one of this machine's.
face=$(fc-match -f '%{family[0]}' 'Noto Sans CJK SC:lang=zh-cn')
# A Chinese Windows has Chinese fonts in its own folder.
cp "$(fc-match -f '%{file}' 'Noto Sans CJK SC:lang=zh-cn')" "$WINEPREFIX/drive_c/windows/Fonts/"
substitutes='HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes'
replacements='HKCU\Software\Wine\Fonts\Replacements'
registry=$(mktemp --suffix=.reg)
{
    printf 'Windows Registry Editor Version 5.00\r\n'
    for key in "HKEY_LOCAL_MACHINE${substitutes#HKLM}" "HKEY_CURRENT_USER${replacements#HKCU}"; do
        printf '\r\n[%s]\r\n' "$key"
        for name in 'MS Shell Dlg' 'MS Shell Dlg 2' Tahoma SimSun 宋体 'Microsoft YaHei' \
            'Microsoft YaHei UI' 微软雅黑 'Segoe UI'; do
            printf '"%s"="%s"\r\n' "$name" "$face"
        done
    done
} | iconv -f UTF-8 -t UTF-16 >"$registry"
run_wine regedit /S "$registry"
rm "$registry"
wineserver -w
touch "$WINEPREFIX/made"
