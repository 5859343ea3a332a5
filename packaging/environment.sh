#!/bin/sh
# Make or refresh a virtual environment from a hashed lock file; quick when nothing changed.
# Usage: environment.sh VENV LOCK [PACKAGE]    PYTHON=… chooses the interpreter.
# PACKAGE is the one that may be built from its source, for want of a wheel.
set -eu
here=$(dirname "$0")
. "$here/say.sh"
venv=$1
lock=$2
from_source=${3:-:none:}
stamp=$venv/$(basename "$lock").installed

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
        if is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    say "需要 Python 3.11 或更新的版本；可用 PYTHON=/路径/python3 指定。" \
        "Python 3.11 or newer is needed; PYTHON=/path/to/python3 names one."
    return 1
}

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "$python 缺少 venv 模块；Debian 上请运行：apt install python3-venv" \
            "$python has no venv module; on Debian run: apt install python3-venv"
        return 1
    fi
    "$python" -m venv --clear "$venv" >&2
}

# A copy of the lock lies in the environment it was installed into: the same copy, nothing to do.
if cmp -s "$lock" "$stamp" && is_new_enough "$venv/bin/python"; then
    exit 0
fi
is_new_enough "$venv/bin/python" || make_venv
say "正在按 $lock 准备 $venv，第一次约需一两分钟……" \
    "Preparing $venv from $lock; the first time takes a minute or two…"
if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --require-hashes --only-binary :all: --no-binary "$from_source" --requirement "$lock" >&2; then
    say "依赖没有装好：请检查到软件源的网络，或用 PIP_NO_INDEX=1 PIP_FIND_LINKS=目录 指定本地的包。" \
        "The packages were not installed: check the network, or name local ones with PIP_NO_INDEX=1 PIP_FIND_LINKS=FOLDER."
    exit 1
fi
cp "$lock" "$stamp"
