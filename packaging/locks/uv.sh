# To be sourced in the root of the checkout: has uv, which makes the locks and installs by them, in
# an environment of its own, and calls it $uv.
uv=.venv-locks/bin/uv
if [ ! -x "$uv" ]; then
    "${PYTHON:-python3}" -m venv .venv-locks
    .venv-locks/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
fi
