#!/usr/bin/env bash
# Compiles every runtime assembly as a whole to native code, without a warning of ours, and runs the program.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$repo/eng/native.sh"

require_sdk
require_native_packages
rid="$(native_rid)"
framework="$(native_framework "$rid")"
output="$artifacts/native/NativeAot"
say "publishing tests/NativeAot for $rid on $framework"
publish_native "$repo/tests/NativeAot" "$output" "$rid" "$framework"
require_single_file "$output"

temporary_folder work
"$output/NativeAot" -f "$work/sync.c1z" </dev/null 2>"$work/log" || { cat "$work/log" >&2; fail "the native program does not sync"; }
c1z_ids "$work/sync.c1z" >"$work/ids"
diff -u "$repo/tests/PackageConsumer/expected.txt" "$work/ids" >&2 || fail "the native program's file holds other rows"
say "every runtime assembly compiles to native code on $framework, and the program writes the expected rows"
