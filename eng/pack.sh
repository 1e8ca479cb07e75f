#!/usr/bin/env bash
# Packs every package of eng/Packages.slnf into artifacts/packages.
#   ./eng/pack.sh [ARGUMENT...]     arguments go to dotnet pack, for example -p:VersionSuffix=preview.1
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

require_sdk
packages="$artifacts/packages"
# The same commit gives the same bytes: file times inside the packages are the commit's.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git -C "$repo" log -1 --format=%ct 2>/dev/null || echo 946684800)}"
RELEASE_REPOSITORY="$(release_repository 2>/dev/null)" || say "the packages will not say where their source is: RELEASE_REPOSITORY is not set"
export RELEASE_REPOSITORY
rm -rf "$packages" "$artifacts/assets/packages"
dotnet pack "$repo/eng/Packages.slnf" -c Release -o "$packages" --nologo -v quiet -m:2 \
  -p:ContinuousIntegrationBuild=true "$@" </dev/null
# What restored into each: later builds restore anew.
mkdir -p "$artifacts/assets/packages"
for project in $(sed -nE 's/^ *"src(.*)\.csproj".*/\1/p' "$repo/eng/Packages.slnf"); do
  name="${project##*\\}"
  cp "$artifacts/obj/$name/project.assets.json" "$artifacts/assets/packages/$name.json"
done
say "packed into $packages:"
(cd "$packages" && ls -1)
