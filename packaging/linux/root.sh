#!/bin/sh
# Make a Debian of its own in a folder, unless it is there: what packages are built and tried in.
# Usage: root.sh ROOT SUITE [PACKAGE...]
# MIRROR=… names a mirror; otherwise the one this machine uses is taken.
set -eu
here=$(dirname "$0")
. "$here/../say.sh"
root=$1
suite=$2
shift 2

mirror_of_machine() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        grep -v '^ *#' | grep -oE '[a-z]+://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' '
}

# The machine's own way to its mirror: names, dates, proxies. Nothing of it is in the repository.
hand_over_network() {
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    grep -l '^ *Acquire::' /etc/apt/apt.conf.d/* 2>/dev/null | while read -r file; do
        grep '^ *Acquire::' "$file" >"$root/etc/apt/apt.conf.d/$(basename "$file")"
    done
    echo 'APT::Install-Recommends "false";' >"$root/etc/apt/apt.conf.d/10lean"
}

if [ "$(id -u)" != 0 ]; then
    say "需要 root：在旧系统里生成软件包要用 chroot。" \
        "Root is needed: packages are built in a chroot."
    exit 1
fi
if ! command -v debootstrap >/dev/null; then
    say "缺少 debootstrap；请运行：apt-get install debootstrap" \
        "debootstrap is missing; run: apt-get install debootstrap"
    exit 1
fi
if [ ! -f "$root/.made" ]; then
    say "正在准备 $suite：$root" "Preparing $suite in $root"
    rm -rf "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase "$suite" "$root" "${MIRROR:-$(mirror_of_machine)}" \
        >"$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; exit 1; }
    hand_over_network
    "$here/enter.sh" "$root" apt-get -q update >>"$root.log" 2>&1
    touch "$root/.made"
fi
if [ $# -gt 0 ]; then
    "$here/enter.sh" "$root" apt-get -q -y install "$@" >>"$root.log" 2>&1 ||
        { tail -n 20 "$root.log" >&2; exit 1; }
fi
