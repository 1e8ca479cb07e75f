#!/usr/bin/env bash
# On Windows, as administrator: a native connector installs itself as a service, runs as one, and goes away without a trace.
# Called by .github/workflows/native.yml after eng/release.sh.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

name=baton-postgresql
program="$artifacts/native/$name/$name.exe"
folder="$(cygpath -u "$PROGRAMDATA")/ConductorOne/$name"
[[ -f "$program" ]] || fail "$program does not exist: eng/release.sh VERSION --native --rehearse"

# The first question is for the server's address, where nobody answers; the others have no answer.
{ echo 'postgres://nobody@127.0.0.1:1/none'; yes '' | head -n 20; } | "$program" setup
[[ -s "$folder/config.yaml" ]] || fail "setup wrote no settings"
! icacls "$(cygpath -w "$folder")" | grep -qi users || fail "users may read the settings"
"$program" start
for _ in {1..60}; do
  [[ ! -s "$folder/baton.log" ]] || break
  sleep 1
done
[[ -s "$folder/baton.log" ]] || fail "the service wrote no log"
"$program" status | grep -qE 'Running|Stopped|StartPending|StopPending' || fail "the service has no state"
"$program" stop
"$program" remove
[[ ! -e "$folder/config.yaml" ]] || fail "remove left the settings behind"
! sc.exe query "$name" >/dev/null || fail "remove left the service behind"
say "$name was a service of Windows"
