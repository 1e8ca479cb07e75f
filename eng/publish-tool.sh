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
# The page and its data, from the native program.
temporary_folder work
"$binary" explorer -f "$file" --no-open >"$work/address" 2>"$work/error" </dev/null &
explorer=$!
for _ in {1..100}; do
  [[ -s "$work/address" ]] && break
  sleep 0.1
done
address="$(cat "$work/address")"
ask() { # ask PATH
  local port="${address#http://127.0.0.1:}" connection
  port="${port%%/*}"
  exec {connection}<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET /%s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\n\r\n' "${address#http://127.0.0.1:*/}$1" "$port" >&"$connection"
  cat <&"$connection"
  exec {connection}>&-
}
# All of an answer is read before it is searched: a reader that stops early would break the pipe.
page="$(ask "")" && data="$(ask "api/access?type=user&id=alice")" || { cat "$work/error" >&2; fail "the native explorer does not answer"; }
kill "$explorer"
wait "$explorer" || fail "the native explorer ended with $?"
[[ "$page" == *'<script type="module"'* && "$data" == *'"role:admin:assigned"'* ]] || fail "the native explorer answers something else: $page $data"
say "the native explorer serves its page"
[[ "$("$binary" stats -f s3://bucket/sync.c1z 2>&1)" == *"dotnet tool install"* ]] || fail "the native program does not say who reads s3:// addresses"
check_size "$binary" 20000000
say "$binary"
