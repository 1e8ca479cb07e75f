#!/usr/bin/env bash
# Compiles every runtime assembly as a whole to native code, without a warning of ours, and runs the tests of service mode that start a process
# against the program.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$repo/eng/native.sh"

require_sdk
require_native_packages
rid="$(native_rid)"
framework="$(native_framework "$rid")"
project="$repo/tests/Town"
output="$artifacts/native/baton-town"
say "publishing tests/Town for $rid on $framework"
publish_native "$project" "$output" "$rid" "$framework"
require_single_file "$output"

"$repo/eng/test-native.sh" "$repo/tests/Baton.Service.Tests" "$output/baton-town" \
  -class Baton.Service.Tests.EndToEnd.SignalTests -class Baton.Service.Tests.EndToEnd.SecretTests -class Baton.Service.Tests.EndToEnd.TlsTests

# Those tests have built the ordinary program too.
managed="$(project_property "$project" TargetPath "-p:Configuration=$configuration")"
temporary_folder work
export BATON_TOKEN=any
"$output/baton-town" -f "$work/native.c1z" </dev/null 2>"$work/log" || { cat "$work/log" >&2; fail "the native program does not sync"; }
dotnet exec "$managed" -f "$work/managed.c1z" </dev/null 2>"$work/log" || { cat "$work/log" >&2; fail "the ordinary build does not sync"; }
c1z_rows "$work/native.c1z" >"$work/native.rows"
[[ -s "$work/native.rows" ]] || fail "the sync found nothing"
diff -u <(c1z_rows "$work/managed.c1z") "$work/native.rows" >&2 || fail "the native program and the ordinary build found different rows"
say "every runtime assembly compiles to native code on $framework, and the program writes the rows of the ordinary build"
