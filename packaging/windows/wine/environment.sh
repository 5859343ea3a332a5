# Sourced by what runs Windows programs under wine. WORK is the folder of the build.
# Nothing of this is shipped, nor needed on a real Windows PC.

export WINEPREFIX=$WORK/prefix WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all} LC_ALL=C.UTF-8
export WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe=d;winedbg.exe=d"

# Python dies under wine 8 when its output is a plain file: it gets a pipe, and its exit code is kept.
run_wine() (
    set -o pipefail
    wine "$@" </dev/null 2>&1 | sed -u 's|\r$||'
)

# Wine prefers its own C++ runtime; the smoke tests want the one that is shipped.
use_shipped_runtime() {
    export WINEDLLOVERRIDES="$WINEDLLOVERRIDES;vcruntime140,vcruntime140_1,msvcp140,msvcp140_1,msvcp140_2=n"
}
