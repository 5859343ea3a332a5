#!/bin/sh
# Print the newest glibc that the files of a folder ask for, then the files by version, newest first.
# Usage: glibc.sh FOLDER [FLOOR]    With FLOOR (2.31) it fails where a file asks for a newer one.
set -eu
folder=$1
floor=${2:-}

each() {
    find "$folder" -type f \( -name '*.so*' -o -perm -u+x \) | sort | while read -r file; do
        needed=$(objdump -T "$file" 2>/dev/null | grep -oE 'GLIBC_2\.[0-9]+(\.[0-9]+)?' |
            sed 's/GLIBC_//' | sort -V | tail -n 1)
        [ -z "$needed" ] || printf '%s\t%s\n' "$needed" "${file#"$folder"/}"
    done
}

list=$(each | sort -k 1,1Vr -k 2,2)
newest=$(printf '%s\n' "$list" | head -n 1 | cut -f 1)
printf 'glibc %s\n%s\n' "$newest" "$list"
[ -z "$floor" ] || [ "$(printf '%s\n' "$newest" "$floor" | sort -V | tail -n 1)" = "$floor" ]
