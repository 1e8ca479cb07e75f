#!/usr/bin/env bash
# Builds the last commit twice, in two clones in different folders, and compares every file of the two releases, byte by byte.
#   ./eng/verify-reproducible.sh [--packages]     with --packages without the native programs, which take most of the time
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

only="${1:-}"
version=1.2.3
export RELEASE_REPOSITORY
RELEASE_REPOSITORY="$(release_repository_or_example)"
require_sdk
temporary_folder work
build() { # build CLONE
  git clone -q --no-hardlinks "$repo" "$work/$1"
  if [[ "$only" == --packages ]]; then
    "$work/$1/eng/pack.sh" "-p:Version=$version" && "$work/$1/eng/release-files.sh"
  else
    "$work/$1/eng/release.sh" "$version" --rehearse
  fi >"$work/$1.log" 2>&1 || { cat "$work/$1.log" >&2; fail "the build in $1 failed"; }
}
build first
mkdir "$work/a"
build a/second
diff "$work/first/artifacts/release/SHA256SUMS" "$work/a/second/artifacts/release/SHA256SUMS" >&2 || fail "two builds of one commit differ in the files above"
say "$(wc -l <"$work/first/artifacts/release/SHA256SUMS") files are the same in two builds of $(git -C "$repo" rev-parse --short HEAD)"
