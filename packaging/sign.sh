#!/bin/sh
# Sign files where a key is given; do nothing where none is.
# Usage: sign.sh files FILE…       FILE.minisig beside each, where MINISIGN_KEY=… names a secret key;
#                                  MINISIGN_PASSWORD=… opens it, where it has a password
#        sign.sh windows FILE…     .exe and .msi in place, where SIGN_PFX=… names a certificate with
#                                  its key; SIGN_PFX_PASSWORD_FILE=… holds its password,
#                                  SIGN_TIMESTAMP=… is the address of a time stamp service
#        sign.sh programs FOLDER   the programs of a frozen folder, and its list of files anew
set -eu
. "$(dirname "$0")/say.sh"
kind=$1
shift

want() {
    command -v "$1" >/dev/null && return
    say "给了签名的钥匙，但没有 $1；Debian 上请运行：apt install $1" \
        "A key is given, but $1 is missing; on Debian run: apt install $1"
    exit 1
}

sign_file() {
    # The comment is signed as well: by default it would hold the hour.
    printf '%s\n' "${MINISIGN_PASSWORD:-}" |
        minisign -S -s "$MINISIGN_KEY" -t "$(basename "$1")" -m "$1" >/dev/null
}

sign_for_windows() {
    osslsigncode sign -h sha256 -pkcs12 "$SIGN_PFX" \
        ${SIGN_PFX_PASSWORD_FILE:+-readpass "$SIGN_PFX_PASSWORD_FILE"} \
        ${SIGN_TIMESTAMP:+-ts "$SIGN_TIMESTAMP"} -in "$1" -out "$1.signed" >/dev/null
    chmod --reference="$1" "$1.signed"
    mv "$1.signed" "$1"
}

case $kind in
    files)
        [ -n "${MINISIGN_KEY:-}" ] || exit 0
        want minisign
        for file; do sign_file "$file"; done
        ;;
    windows)
        [ -n "${SIGN_PFX:-}" ] || exit 0
        want osslsigncode
        for file; do sign_for_windows "$file"; done
        ;;
    programs)
        [ -n "${SIGN_PFX:-}" ] || exit 0
        "$0" windows "$1"/*.exe
        cd "$1"
        cut -c 67- files.sha256 | tr '\n' '\0' | xargs -0 sha256sum >files.sha256.new
        mv files.sha256.new files.sha256
        ;;
esac
