#!/usr/bin/env bash
# Grant, revoke, create, rotate, delete, each twice where it must not matter, with a build of the connector on a server of its own:
#   samples/baton-postgresql/lifecycle.sh PROGRAM [ARGUMENT...]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/lib.sh"
source "$repo/eng/lifecycle.sh"
source "$repo/eng/postgresql.sh"

begin_lifecycle "$@"
start_postgresql
fill_postgresql
export BATON_DSN="$postgresql_dsn"
sync_arguments=(--databases shop)

oid() { sql "SELECT oid FROM pg_roles WHERE rolname = '$1'"; }
password() { sql "SELECT rolpassword FROM pg_authid WHERE rolname = '$1'"; }

sync
bob="$(oid 'bob "the builder"')"
orders="$(sql "SELECT (SELECT oid FROM pg_database WHERE datname = 'shop') || '/' || 'sales.orders'::regclass::oid" shop)"
grant_and_revoke "role:$(oid owner):admin" role "$bob"
grant_and_revoke "table:$orders:delete" role "$bob"

provision --create-account-login carol
sync
carol="$(oid carol)"
has resource "role:$carol" || fail "the new role is missing"
before="$(password carol)"
[[ "$before" == SCRAM-SHA-256* ]] || fail "the new role has no password"
provision --rotate-credentials "$carol" --rotate-credentials-type role
[[ "$(password carol)" != "$before" ]] || fail "the password is the old one"
delete_twice role "$carol"
[[ -z "$(oid carol)" ]] || fail "the role is still there"
end_lifecycle
