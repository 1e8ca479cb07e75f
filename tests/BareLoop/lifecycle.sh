#!/usr/bin/env bash
# Runs the loop once: tests/BareLoop/lifecycle.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/lib.sh"

read -r rows _ < <("$1" "$repo/tests/Baton.C1Z.Tests/Data/example-go.c1z" </dev/null) && ((rows > 0)) || fail "the bare loop wrote no rows"
say "the bare loop wrote $rows rows"
