#!/bin/sh
# Run a command inside a root, with its own mounts that vanish with it.
# Usage: enter.sh ROOT COMMAND [ARGUMENT...]    BIND=FOLDER shows FOLDER as /mnt inside.
set -eu
root=$1
shift
export ROOT="$root" BIND="${BIND:-}"
# A clean environment: nothing of the host's shell reaches a package. LC_ALL lets names be Chinese.
# shellcheck disable=SC2016
exec unshare --mount --propagation private sh -eu -c '
    mount -t proc proc "$ROOT/proc"
    mount --rbind /dev "$ROOT/dev"
    [ -z "$BIND" ] || mount --bind "$BIND" "$ROOT/mnt"
    exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$ROOT" "$@"
' sh "$@"
