#!/usr/bin/env bash
# Gathers a release in artifacts/release from what is built: the packages, the native programs as archives, the bills of materials and the
# checksums; then checks all of it. eng/release.sh builds before; CI calls this after its own builds.
#   RELEASE_REPOSITORY=https://… ./eng/release-files.sh [VERSION]     the version of the packages unless given
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$repo/eng/native.sh"
source "$repo/eng/programs.sh"

require_sdk
version="${1:-$(packed_version)}"
rid="$(host_rid)"
commit="$(git -C "$repo" rev-parse HEAD)"
seconds="$(git -C "$repo" log -1 --format=%ct)"
repository="$(release_repository)"
release="$artifacts/release"
rm -rf "$release"
mkdir -p "$release"
for package in "$artifacts/packages"/*."$version".*nupkg; do [[ ! -f "$package" ]] || cp "$package" "$release"; done

# One archive for each native program: the same bytes for the same program.
tar="$(command -v gtar || command -v tar)"
temporary_folder work
archives=0
for project in $(native_programs); do
  program="$(basename "$project")"
  binary="$(native_binary "$program")"
  [[ -f "$binary" ]] || continue
  name="$program-$version-$rid"
  mkdir "$work/$name"
  install -m 755 "$binary" "$work/$name/$(basename "$binary")"
  install -m 644 "$repo/$project/README.md" "$repo/LICENSE" "$work/$name"
  "$tar" -C "$work" --format=ustar --sort=name "--mtime=@$seconds" --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -9n >"$release/$name.tar.gz"
  archives=$((archives + 1))
done

# What is linked into them from elsewhere than packages, in the versions of the headers.
include="${BatonNativeArchives:+$BatonNativeArchives/../include}"
header() { # header NAME FILE
  local value
  value="$(sed -nE "s/^#define $1[[:space:]]+\"?([0-9.]+)\"?.*/\1/p" "${include:-/usr/include}/$2" | head -n 1)"
  [[ -n "$value" ]] || fail "${include:-/usr/include}/$2 does not say $1"
  echo "$value"
}
libraries=()
if ((archives > 0)); then
  libraries+=("sqlite@$(header SQLITE_VERSION sqlite3.h)=blessing")
  libraries+=("zstd@$(header ZSTD_VERSION_MAJOR zstd.h).$(header ZSTD_VERSION_MINOR zstd.h).$(header ZSTD_VERSION_RELEASE zstd.h)=BSD-3-Clause")
fi
dotnet run "$repo/eng/sbom.cs" -- "$release" "$version" "$rid" "$commit" "$repository" "$seconds" "$artifacts/assets" \
  ${libraries[@]+"${libraries[@]}"} </dev/null
(cd "$release" && LC_ALL=C sha256sum -- * >"$work/sums" && mv "$work/sums" SHA256SUMS)
dotnet run "$repo/eng/verify-release.cs" -- "$release" "$version" </dev/null
