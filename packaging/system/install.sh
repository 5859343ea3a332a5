#!/bin/sh
# Install what is missing of the system's libraries and a Chinese font, where that is allowed.
# Usage: install.sh run|test|input-method|spreadsheet|office|no-network|signing    `test` also wants the tools of the
# end-to-end tests, the last five those of the tests in tests/system too.
# Where it may not install it says what is missing: `run` goes on (the command line needs no Qt),
# the others fail.
set -eu
here=$(dirname "$0")
. "$here/../say.sh"
PATH=$PATH:/usr/sbin:/sbin
purpose=$1

missing_libraries() {
    command -v ldconfig >/dev/null || return 0
    case $(uname -m) in
        x86_64) kind=x86-64 ;;
        aarch64) kind=AArch64 ;;
        *) kind= ;;
    esac
    known=$(ldconfig -p | grep -F "$kind")
    grep -v '^#' "$here/libraries.txt" | while read -r library package; do
        case $known in
            *"	$library ("*) ;;
            *) echo "$package" ;;
        esac
    done
}

# A name that is a path is a file that is wanted, not a command.
has() {
    case $1 in
        /*) [ -e "$1" ] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

missing_commands() {
    case $purpose in
        run) ;;
        test) cat "$here/commands.txt" ;;
        *) cat "$here/commands.txt" "$here/$purpose.txt" ;;
    esac | grep -v '^#' | while read -r name package; do
        has "$name" || echo "$package"
    done
}

has_chinese_font() {
    if command -v fc-list >/dev/null; then
        [ -n "$(fc-list :lang=zh-cn family)" ]
    else
        find /usr/share/fonts /usr/local/share/fonts "${HOME:-}/.fonts" "${HOME:-}/.local/share/fonts" \
            2>/dev/null | grep -qiE 'cjk|wqy|hansans|hanserif|simsun|simhei|msyh|yahei|uming|ukai'
    fi
}

missing() {
    missing_libraries
    missing_commands
    has_chinese_font || echo fonts-wqy-microhei
}

apt() {
    log=$(mktemp)
    # An old or partly unreachable package list may still do: what counts is the install.
    $root apt-get -q update >"$log" 2>&1 || true
    $root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 \
        --no-install-recommends install "$@" >>"$log" 2>&1 || tail -n 20 "$log" >&2
    rm -f "$log"
}

packages=$(missing | tr '\n' ' ')
[ -n "$packages" ] || exit 0

root=
may=no
if ! command -v apt-get >/dev/null; then
    say "缺少系统组件，请用本系统的软件包管理器安装（Debian 的包名）：$packages" \
        "System components are missing; install them (Debian's names): $packages"
elif [ "$(id -u)" = 0 ]; then
    may=yes
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    may=yes
    root="sudo -n"
fi
if [ "$may" = yes ]; then
    say "正在用 apt-get 安装：$packages" "Installing with apt-get: $packages"
    # The names hold no spaces: one argument each.
    # shellcheck disable=SC2086
    apt $packages
    packages=$(missing | tr '\n' ' ')
    [ -n "$packages" ] || exit 0
fi
if command -v apt-get >/dev/null; then
    say "缺少系统组件，请运行：sudo apt-get install -y $packages" \
        "System components are missing; run: sudo apt-get install -y $packages"
fi
[ "$purpose" = run ]
