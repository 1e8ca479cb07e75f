#!/usr/bin/env bash
# Starts a SCIM server, and syncs it into a file: samples/baton-scim/run.sh FILE
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/lib.sh"
source "$repo/samples/baton-scim/server.sh"

(($# == 1)) || fail "usage: samples/baton-scim/run.sh FILE"
start_scim_server
BATON_TOKEN=scim-token dotnet run --project "$repo/samples/baton-scim" -- --base-url "$scim_url" -f "$1"
