#!/bin/bash
# Build the Windows packages on Linux, under wine: trial builds, marked 试装. A release is frozen on
# a Windows PC with python.org's Python (workflow.yml) and packed by pack.sh.
# Usage: build.sh    PYTHON=… names an interpreter of 3.11, WORK=… a folder for what is in between.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/../say.sh"
WORK=${WORK:-$root/.build/windows}
is_fitting() {
    "$1" -c 'import sys, pip; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null
}
python=
for name in ${PYTHON:-"$root/.venv/bin/python" python3.11 python3}; do
    if is_fitting "$name"; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    say "需要带 pip 的 Python 3.11；可用 PYTHON=/路径/python3.11 指定。" \
        "Python 3.11 with pip is needed; PYTHON=/path/to/python3.11 names one."
    exit 1
fi
mkdir -p "$WORK"
WORK=$(cd "$WORK" && pwd)
export WORK

"$here/../system/install.sh" windows
say "正在 wine 下冻结程序……" "Freezing the program under wine…"
"$here/wine/freeze.sh" "$python"
say "正在制作安装包……" "Making the packages…"
# pefile is pure Python: Windows' copy does here too.
PYTHON=$python PYTHONPATH=$WORK/python/Lib/site-packages \
    "$here/pack.sh" "$WORK/dist/gongbao" "$root/dist" --trial
