#!/bin/sh
# See to what pip cannot bring: install it where that is allowed, else say the one line to type.
#   tools/system.sh venv PYTHON    the part of Python that Debian keeps apart
#   tools/system.sh qt VENV        the libraries that Qt loads to open windows here
#   tools/system.sh bundle VENV    those it loads on any desktop, and what PyInstaller calls
set -eu

QT_PACKAGES="libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libglib2.0-0 libxkbcommon-x11-0 libxcb-cursor0 \
libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libx11-xcb1 libwayland-cursor0 libwayland-egl1"

need() { # what is missing, in words; then the Debian packages that bring it
    what=$1
    shift
    line="apt-get install -y --no-install-recommends $*"
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v apt-get >/dev/null && command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        echo "hearingdesk needs $what. Nothing was changed. On Debian or Ubuntu, type this and then start again:" >&2
        echo "  sudo apt-get update && sudo $line" >&2
        exit 1
    fi
    echo "hearingdesk needs $what: installing $*"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive $line -qq -o Dpkg::Use-Pty=0 >/dev/null
}

qt_missing() { # the libraries not found, of QtWidgets and the platform plugins named after the environment
    qt=$(echo "$1"/lib/python3*/site-packages/PySide6)
    shift
    for plugin in "$@"; do set -- "$@" "$qt/Qt/plugins/platforms/libq$plugin.so" && shift; done
    ldd "$qt/QtWidgets.abi3.so" "$@" | awk '/not found/ {print $1}' | sort -u | tr '\n' ' '
}

see_to_qt() {
    [ "$(uname)" = Linux ] || return 0
    [ -z "$(qt_missing "$@")" ] || need "the system libraries of Qt" $QT_PACKAGES
    still=$(qt_missing "$@")
    [ -z "$still" ] || {
        echo "hearingdesk cannot show its windows: the system lacks $still" >&2
        exit 1
    }
}

case $1 in
venv)
    "$2" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        echo "hearingdesk needs Python 3.11 or newer; $2 is $("$2" --version 2>&1). Name another with: make PYTHON=..." >&2
        exit 1
    }
    "$2" -c 'import ensurepip' 2>/dev/null ||
        # A machine without the one has hardly the other: with Qt's packages in the same line it is typed once.
        need "Python's venv module and the system libraries of Qt" \
            "$("$2" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" $QT_PACKAGES
    ;;
qt)
    if [ -n "${DISPLAY:-}" ]; then
        see_to_qt "$2" offscreen xcb
    elif [ -n "${WAYLAND_DISPLAY:-}" ]; then
        see_to_qt "$2" offscreen wayland
    else
        see_to_qt "$2" offscreen
    fi
    ;;
bundle)
    see_to_qt "$2" offscreen xcb wayland
    [ "$(uname)" != Linux ] || command -v objdump >/dev/null || need "binutils to make the bundle" binutils
    ;;
esac
