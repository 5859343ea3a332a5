#!/bin/sh
# Write dist/SHA256SUMS of whatever lies there, so that packages of several systems come under one
# list; sign the list and what it lists where a key is given (sign.sh).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
case ${MINISIGN_KEY:-} in
    "" | /*) ;;
    *) # Named from where the builder is; the list is written in another folder.
        MINISIGN_KEY=$PWD/$MINISIGN_KEY
        export MINISIGN_KEY
        ;;
esac
cd "${1:-$here/../dist}"
rm -f -- *.minisig
find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs -d '\n' -r sha256sum >SHA256SUMS
"$here/sign.sh" files SHA256SUMS
cut -c 67- SHA256SUMS | tr '\n' '\0' | xargs -0 -r "$here/sign.sh" files
