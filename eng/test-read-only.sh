#!/usr/bin/env bash
# Runs a native build of samples/baton-unix as in a hardened container: not root, nothing of the system but the libraries that it names, and one
# folder that can be written to.
#   ./eng/test-read-only.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

(($# == 1)) && [[ -x "$1" ]] || fail "usage: eng/test-read-only.sh PROGRAM"
program="$(realpath "$1")"
require_packages "checking the files" sqlite3 zstd
unshare --map-root-user --mount true 2>/dev/null ||
  fail "a root of its own needs util-linux and user namespaces: sysctl kernel.unprivileged_userns_clone=1, or a container with --security-opt seccomp=unconfined"

temporary_folder work
root="$work/root"
writable="$work/writable"
mkdir -p "$root"/{etc,proc,dev,data} "$writable"
install -m 755 "$program" "$root/connector"
ldd "$program" | grep -o '/[^ ]*' | while read -r library; do install -D -m 755 "$library" "$root$library"; done
printf 'root:x:0:0::/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\nalice:x:1000:\nwheel:x:10:alice\nops:x:20:\n' >"$root/etc/group"

# contained FOLDER ARGUMENT...: runs it there. Its standard output and error are in $work/log.
contained() {
  # shellcheck disable=SC2016 # for the inner shell
  unshare --map-root-user --mount sh -ec '
    root="$1" writable="$2" folder="$3"
    shift 3
    mount --bind "$root" "$root"
    mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind "$writable" "$root/data"
    mount -o remount,bind,ro "$root"
    exec unshare --user --map-user=65534 --map-group=65534 --root="$root" --wd="$folder" /connector "$@"
  ' - "$root" "$writable" "$@" </dev/null >"$work/log" 2>&1
}

works() { contained "$@" || { cat "$work/log" >&2; fail "${*:2} failed"; }; }

# refuses TEXT FOLDER ARGUMENT...: fails, and names the place.
refuses() {
  local text="$1"
  shift
  ! contained "$@" || fail "${*:2} should have failed"
  grep -qF -- "$text" "$work/log" || { cat "$work/log" >&2; fail "${*:2} failed with another message than one with: $text"; }
}

works /data
works / -f /data/other.c1z
for file in sync other; do c1z_ids "$writable/$file.c1z" | grep -qx 'grant group:wheel:member:user:alice' || fail "$file.c1z lacks a grant"; done
refuses /sync.c1z /
refuses --file /
refuses /etc /data --provisioning --grant-entitlement group:ops:member --grant-principal alice --grant-principal-type user
[[ "$(ls -A "$writable" | LC_ALL=C sort | tr '\n' ' ')" == "other.c1z sync.c1z " ]] || fail "more than the files is left: $(ls -A "$writable")"
say "not root, on a root that cannot be written to, it writes the file where it may, and says where it may not"
