#!/usr/bin/env bash
# Publishes baton-c1z as one native file, and checks it against the ordinary build. The last line is the file's path.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$repo/eng/native.sh"

require_sdk
require_native_packages

project="$repo/src/Tools/baton-c1z"
rid="$(native_rid)"
framework="$(native_framework "$rid")"
output="$artifacts/native/baton-c1z"
say "publishing baton-c1z for $rid on $framework"
publish_native "$project" "$output" "$rid" "$framework"
require_single_file "$output"
binary="$output/$(ls "$output")"
version="$(project_property "$project" Version)"
[[ "$("$binary" --version)" == "$version"* ]] || fail "baton-c1z --version says $("$binary" --version), and its version is $version"

dotnet build "$project" -c "$configuration" --nologo -v quiet -m:2 </dev/null >"$artifacts/logs/baton-c1z-build.log" ||
  { cat "$artifacts/logs/baton-c1z-build.log" >&2; fail "building baton-c1z failed"; }
managed="$(project_property "$project" TargetPath "-p:Configuration=$configuration")"
file="$repo/tests/Baton.C1Z.Tests/Data/example-go.c1z"
compared=0
while IFS= read -r arguments; do
  for format in console json csv; do
    # shellcheck disable=SC2086 # several words
    native="$("$binary" $arguments -f "$file" -o "$format" </dev/null)" || fail "baton-c1z $arguments -o $format failed"
    # shellcheck disable=SC2086
    [[ "$native" == "$(dotnet exec "$managed" $arguments -f "$file" -o "$format" </dev/null)" ]] ||
      fail "baton-c1z $arguments -o $format shows something else than the ordinary build"
    compared=$((compared + 1))
  done
done <<'COMMANDS'
resource-types
resources
entitlements
grants
principals
access -t user -r alice
why user:alice role:admin:assigned
check user:alice assigned role:admin
syncs
stats
COMMANDS
say "same output of $compared command lines from the native program and the ordinary build"
say "size: $(du -h --apparent-size "$binary" | cut -f 1)"
say "$binary"
