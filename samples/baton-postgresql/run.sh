#!/usr/bin/env bash
# Starts a PostgreSQL server of its own, fills it, and syncs it into a file: samples/baton-postgresql/run.sh FILE
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/lib.sh"
source "$repo/eng/postgresql.sh"

(($# == 1)) || fail "usage: samples/baton-postgresql/run.sh FILE"
start_postgresql
fill_postgresql
BATON_DSN="$postgresql_dsn" dotnet run --project "$repo/samples/baton-postgresql" -- --sync-all-databases -f "$1"
