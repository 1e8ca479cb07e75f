#!/usr/bin/env bash
# Starts a SCIM server, and syncs it into a file: samples/baton-scim/run.sh FILE
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/lib.sh"

(($# == 1)) || fail "usage: samples/baton-scim/run.sh FILE"
require_packages "the SCIM server" nodejs npm
require_test_servers
coproc server { NODE_PATH="$artifacts/node/node_modules" exec timeout 600 node "$repo/samples/baton-scim/server.cjs" 25; }
read -r -t 60 -u "${server[0]}" _ port || fail "the SCIM server does not start"
BATON_TOKEN=scim-token dotnet run --project "$repo/samples/baton-scim" -- --base-url "http://127.0.0.1:$port/scim/v2" -f "$1"
