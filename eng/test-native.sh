#!/usr/bin/env bash
# Runs black-box tests against native programs that publish-aot.sh and verify-aot.sh made: those of a test project whose connector is a process.
#   ./eng/test-native.sh TEST_PROJECT PROGRAM FILTER...     tests/Baton.Samples.Unix.Tests artifacts/native/baton-unix/baton-unix -class '*'
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

(($# >= 4)) || fail "usage: eng/test-native.sh TEST_PROJECT PROGRAM FILTER..."
project="$1"
program="$(realpath "$2")"
shift 2
[[ -x "$program" ]] || fail "$program is not a program: eng/publish-aot.sh makes it"
require_sdk
require_packages "the tests" libzstd1

dotnet build "$project" -c "$configuration" --nologo -v quiet -m:2 </dev/null
assembly="$(project_property "$project" TargetPath "-p:Configuration=$configuration")"
temporary_folder work
# What a shell starts in the background ignores Ctrl-C, and so does all that it starts: the programs would not hear the tests' signals.
hearing=()
! env --default-signal=INT true 2>/dev/null || hearing=(env --default-signal=INT)
BATON_TEST_CONNECTOR="$program" "${hearing[@]}" dotnet exec "$assembly" -noLogo -noColor "$@" </dev/null | tee "$work/log" || fail "tests failed against $program"
grep -q 'Total: [1-9]' "$work/log" || fail "no test ran: $*"
say "$(grep -o 'Total: [0-9]*' "$work/log" | cut -d ' ' -f 2) tests passed against $(basename "$program")"
