#!/usr/bin/env bash
# Grant, revoke, create, rotate, delete, each twice where it must not matter, with a build of the connector on a server of its own:
#   samples/baton-postgresql/lifecycle.sh PROGRAM [ARGUMENT...]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/lib.sh"
source "$repo/eng/postgresql.sh"

(($# >= 1)) || fail "usage: samples/baton-postgresql/lifecycle.sh PROGRAM [ARGUMENT...]"
require_packages "checking the files" sqlite3 zstd
start_postgresql
fill_postgresql
temporary_folder work
program=("$@")
export BATON_DSN="$postgresql_dsn" BATON_PROVISIONING=true

baton() { "${program[@]}" -f "$work/sync.c1z" "$@" </dev/null >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "$* failed"; }; }
has() { c1z_ids "$work/sync.c1z" | grep -qxF "$1"; }
oid() { sql "SELECT oid FROM pg_roles WHERE rolname = '$1'"; }
password() { sql "SELECT rolpassword FROM pg_authid WHERE rolname = '$1'"; }
# Into a new file: an old one keeps the syncs before.
sync() {
  rm -f "$work/sync.c1z"
  BATON_PROVISIONING=false baton --databases shop
}

sync
bob="$(oid 'bob "the builder"')"
orders="$(sql "SELECT (SELECT oid FROM pg_database WHERE datname = 'shop') || '/' || 'sales.orders'::regclass::oid" shop)"
for entitlement in "role:$(oid owner):admin" "table:$orders:delete"; do
  grant="$entitlement:role:$bob"
  for _ in 1 2; do baton --grant-entitlement "$entitlement" --grant-principal "$bob" --grant-principal-type role; done
  sync
  has "grant $grant" || fail "$grant is missing after it was granted"
  for _ in 1 2; do baton --revoke-grant "$grant"; done
  sync
  ! has "grant $grant" || fail "$grant is still there after it was revoked"
done

baton --create-account-login carol
sync
carol="$(oid carol)"
has "resource role:$carol" || has "resource $carol" || fail "the new role is missing"
before="$(password carol)"
[[ "$before" == SCRAM-SHA-256* ]] || fail "the new role has no password"
baton --rotate-credentials "$carol" --rotate-credentials-type role
[[ "$(password carol)" != "$before" ]] || fail "the password is the old one"
for _ in 1 2; do baton --delete-resource "$carol" --delete-resource-type role; done
[[ -z "$(oid carol)" ]] || fail "the role is still there"
say "grant, revoke, create, rotate and delete work with ${program[*]}"
