#!/bin/sh
# Make this checkout ready to run: system packages, then .venv from requirements.lock.
# Usage: tools/setup.sh [window]     `window` also asks for what a window on X11 needs.
# A finished set-up is stamped with the lock's hash and its folder; running again is instant,
# and one that was interrupted has no stamp and is redone.
set -eu
cd -- "$(dirname -- "$0")/.."
PATH=$PATH:/usr/sbin:/sbin # ldconfig lies there, out of an ordinary user's PATH

# Shared library → Debian package. Python's wheels bring everything else.
screenless='libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0
libglib-2.0.so.0:libglib2.0-0 libfreetype.so.6:libfreetype6 libfontconfig.so.1:libfontconfig1
libdbus-1.so.3:libdbus-1-3'
window='libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0
libxcb-image.so.0:libxcb-image0 libxcb-render-util.so.0:libxcb-render-util0
libxcb-randr.so.0:libxcb-randr0 libxcb-xinerama.so.0:libxcb-xinerama0'

missing_packages() {
    known=$(ldconfig -p)
    for pair in $screenless $1; do
        case $known in *"${pair%%:*} "*) ;; *) printf ' %s' "${pair#*:}" ;; esac
    done
    # Debian keeps venv apart from python3; a finished .venv no longer needs it.
    [ -x .venv/bin/python ] || python3 -c 'import ensurepip, venv' 2>/dev/null ||
        printf ' python3-venv'
}

install_packages() {
    if [ "$(id -u)" = 0 ]; then
        as_root='env DEBIAN_FRONTEND=noninteractive'
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n env DEBIAN_FRONTEND=noninteractive'
    else
        as_root=
    fi
    if [ -z "$as_root" ] || ! command -v apt-get >/dev/null; then
        echo "These system packages are missing and need an administrator:$1" >&2
        exit 3
    fi
    echo "Installing system packages:$1"
    log=$(mktemp)
    # The words are package names, so they are split on purpose.
    # shellcheck disable=SC2086
    if ! { $as_root apt-get update && $as_root apt-get install -y --no-install-recommends $1; } \
        >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        echo "apt-get could not install:$1 (full log: $log)" >&2
        exit 3
    fi
    rm -f "$log"
}

if command -v ldconfig >/dev/null; then
    missing=$(missing_packages "$([ "${1:-}" != window ] || echo "$window")")
    [ -z "$missing" ] || install_packages "$missing"
fi

lock=$(sha256sum <requirements.lock)
# An editable install and the commands in .venv/bin hold their folder's name, so it counts too.
stamp="$lock $PWD"
ready() { [ "$(cat .venv/ready 2>/dev/null)" = "$stamp" ]; }
! ready || exit 0

# One set-up at a time: a second one waits, also for what an interrupted one left running.
mkdir -p .setup
if command -v flock >/dev/null; then
    exec 9>.setup/lock
    flock 9
    ! ready || exit 0
fi
echo 'Setting up .venv from requirements.lock (a minute or two)'
case $(cat .venv/ready 2>/dev/null) in
    *" $PWD") rm .venv/ready ;; # finished once: only the lock changed
    *) python3 -m venv --clear .venv ;;
esac
pip='.venv/bin/python -m pip --disable-pip-version-check --quiet'
$pip install --require-hashes -r requirements.lock
$pip install --no-deps --no-build-isolation -e .
printf '%s\n' "$stamp" >.venv/ready
