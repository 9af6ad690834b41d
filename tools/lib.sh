# tools/lib.sh: what tools/run, tools/test and tools/fuzz share; read with `.`
# SPDX-License-Identifier: GPL-3.0-or-later

root=$(cd "$(dirname "$0")/.." && pwd)

packages="build-essential meson ninja-build pkgconf gettext
  libgtk-4-dev libadwaita-1-dev libwebkitgtk-6.0-dev libsoup-3.0-dev
  libjson-glib-dev libsecret-1-dev libsqlite3-dev libqrencode-dev
  desktop-file-utils appstream adwaita-icon-theme librsvg2-common fonts-cantarell
  glib-networking xvfb xauth dbus at-spi2-core"

# What only tests need: the consent screens are also driven in another browser, some by real input, QR codes are read,
# and exports are read back by other programs.
test_packages="chromium chromium-driver xdotool zbar-tools strace sqlite3 jq ofx homebank curl"

# What only tools/fuzz needs: libFuzzer comes with clang, llvm names the lines of a finding.
fuzz_packages="clang libclang-rt-dev llvm"

say () { printf '%s\n' "$*" >&2; }

# missing_packages PACKAGE …
missing_packages () {
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed \
      || printf '%s ' "$package"
  done
}

# need_packages [PACKAGE …]: installs what is missing of $packages and these, or says what to do and ends with 2.
need_packages () {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    command -v meson >/dev/null 2>&1 && return 0
    say "Consent Desk needs meson 1.0, ninja, a C compiler, gettext, and the development files of:"
    say "  GTK 4.8, libadwaita 1.2, WebKitGTK 6.0, libsoup 3.2, json-glib 1.6, libsecret 0.20, SQLite 3.40,"
    say "  libqrencode 4.0"
    say "and, to test without a display, Xvfb and a D-Bus daemon. Install them, then run this again."
    exit 2
  fi
  missing=$(missing_packages $packages "$@")
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif sudo -n true 2>/dev/null; then
    say "Installing with sudo: $missing"
    as_root=sudo
  else
    say "Some packages are missing. Install them with this command, then run this again:"
    say "  sudo apt-get install --no-install-recommends $missing"
    exit 2
  fi
  say "Installing: $missing"
  # Output is kept back unless it fails: nobody reads a thousand lines of "Unpacking".
  log=$(mktemp)
  if ! { $as_root apt-get update &&
         $as_root env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1 </dev/null
  then
    tail -n 20 "$log" >&2
    say "The packages could not be installed; the lines above say why."
    rm -f "$log"
    exit 2
  fi
  rm -f "$log"
}

# build_in FOLDER [OPTION …]: builds everything, or $targets if it is set
build_in () {
  build=$1
  shift
  log=$(mktemp)
  if [ ! -f "$build/build.ninja" ]; then
    meson setup "$build" "$root" "$@" >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; exit 1; }
  fi
  ninja -C "$build" ${targets:-} >"$log" 2>&1 || { tail -n 60 "$log" >&2; rm -f "$log"; exit 1; }
  grep -n 'warning:' "$log" >&2 || :
  rm -f "$log"
}

has_display () { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

# Runs a command on a screen that nobody sees, with a session bus of its own. It has no graphics card: GL is emulated there,
# which takes twice the time of drawing with cairo.
on_virtual_screen () {
  env -u DISPLAY -u WAYLAND_DISPLAY GDK_BACKEND=x11 GSK_RENDERER="${GSK_RENDERER:-cairo}" GTK_USE_PORTAL=0 GTK_A11Y=none \
    dbus-run-session --config-file="$root/tools/session.conf" -- \
    xvfb-run -a -s '-screen 0 1280x800x24 -nolisten tcp' "$@"
}
