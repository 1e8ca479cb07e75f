#!/usr/bin/env bash
# Builds a release in artifacts/release: packages and their symbols, native programs for this platform as archives, bills of materials, checksums.
#   ./eng/release.sh VERSION [--native] [--rehearse]
# The commit must be tagged vVERSION, without changes, and CHANGELOG.md must have its section; --rehearse asks for none of this.
# --native leaves out the packages, which are the same on every platform. Publishing is what .github/workflows/release.yml does with the result.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$repo/eng/native.sh"
source "$repo/eng/programs.sh"
cd "$repo"

usage="usage: eng/release.sh VERSION [--native] [--rehearse], VERSION being like 1.2.3 or 1.2.3-rc.1"
version="${1:-}" with_packages=true is_rehearsal=""
[[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "$usage"
for option in "${@:2}"; do
  case "$option" in
    --native) with_packages="" ;;
    --rehearse) is_rehearsal=true ;;
    *) fail "$usage" ;;
  esac
done
RELEASE_REPOSITORY="$(release_repository)"
export RELEASE_REPOSITORY
if [[ -z "$is_rehearsal" ]]; then
  [[ -z "$(git status --porcelain)" ]] || fail "there are changes that are not committed: $(git status --porcelain | head -n 3 | tr '\n' ';')"
  git tag --points-at HEAD | grep -qxF "v$version" || fail "this commit has no tag v$version: git tag v$version"
  grep -qE "^## \[?${version//./\\.}\]?( |\$)" CHANGELOG.md || fail "CHANGELOG.md has no section for $version"
fi
require_sdk

# MSBuild reads them as properties of these names, in every build below. The second takes this machine's folders out of what is compiled.
export Version="$version" ContinuousIntegrationBuild=true
if [[ -n "$with_packages" ]]; then
  ./eng/pack.sh
  ./eng/verify-packages.sh
else
  rm -rf "$artifacts/packages"
fi

rid="$(host_rid)"
# Elsewhere SQLite and zstd are where BatonNativeArchives says: docs/operating/native.md.
[[ "$rid" != linux-* ]] || require_native_packages
framework="$(native_framework "$rid")"
for project in $(native_programs); do
  name="$(basename "$project")"
  say "publishing $name for $rid on $framework"
  publish_native "$repo/$project" "$artifacts/native/$name" "$rid" "$framework"
  [[ "$rid" != linux-* ]] || require_single_file "$artifacts/native/$name"
  stated="$("$(native_binary "$name")" --version)"
  [[ "$stated" == *"$version"* ]] || fail "$name --version says $stated"
done
./eng/release-files.sh "$version"
say "$artifacts/release"
