#!/usr/bin/env bash
# Joins what the platforms built (artifacts/platforms/*) into artifacts/release, with one list of checksums, and takes the section of the
# changelog as artifacts/release-notes.md.
#   ./eng/merge-release.sh VERSION
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

version="${1:?usage: eng/merge-release.sh VERSION}"
require_sdk
release="$artifacts/release"
rm -rf "$release"
mkdir -p "$release"
for platform in "$artifacts"/platforms/*/; do
  (cd "$platform" && sha256sum --quiet --check SHA256SUMS) || fail "$platform: files are not those that were built"
  for file in "$platform"*; do
    name="$(basename "$file")"
    [[ "$name" != SHA256SUMS ]] || continue
    [[ ! -e "$release/$name" ]] || fail "$name was built on more than one platform"
    cp "$file" "$release/$name"
  done
done
(cd "$release" && LC_ALL=C sha256sum -- * >"$artifacts/sums" && mv "$artifacts/sums" SHA256SUMS)
dotnet run "$repo/eng/verify-release.cs" -- "$release" "$version" </dev/null

notes="$artifacts/release-notes.md"
awk -v version="$version" '/^## / { inside = ($2 == version || $2 == "[" version "]"); next } inside' "$repo/CHANGELOG.md" >"$notes"
grep -q '[^[:space:]]' "$notes" || fail "CHANGELOG.md says nothing of $version"
say "$release and $notes"
