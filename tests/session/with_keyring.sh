#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs its arguments on a session bus of their own with an unlocked keyring that nobody else sees and that is gone afterwards.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
dbus-run-session -- sh -c '
  printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  "$@"' sh "$@"
