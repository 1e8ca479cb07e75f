#!/usr/bin/env bash
# Grant, revoke, create, rotate, delete, each twice where it must not matter, with a build of the connector on a server of its own:
#   samples/baton-scim/lifecycle.sh PROGRAM [ARGUMENT...]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/lib.sh"
source "$repo/samples/baton-scim/server.sh"

(($# >= 1)) || fail "usage: samples/baton-scim/lifecycle.sh PROGRAM [ARGUMENT...]"
require_packages "checking the files" sqlite3 zstd
start_scim_server
temporary_folder work
program=("$@")
export BATON_TOKEN=scim-token BATON_BASE_URL="$scim_url" BATON_PROVISIONING=true

baton() { "${program[@]}" -f "$work/sync.c1z" "$@" </dev/null >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "$* failed"; }; }
has() { c1z_ids "$work/sync.c1z" | grep -qxF "$1"; }
# Into a new file: an old one keeps the syncs before.
sync() {
  rm -f "$work/sync.c1z"
  baton
}

sync
for entitlement in group:id-000028:member role:auditor:assigned; do
  grant="$entitlement:user:id-000004"
  for _ in 1 2; do baton --grant-entitlement "$entitlement" --grant-principal id-000004 --grant-principal-type user; done
  sync
  has "grant $grant" || fail "$grant is missing after it was granted"
  for _ in 1 2; do baton --revoke-grant "$grant"; done
  sync
  ! has "grant $grant" || fail "$grant is still there after it was revoked"
done

for _ in 1 2; do baton --create-account-login carol --create-account-email carol@example.test; done
sync
carol="$(c1z_ids "$work/sync.c1z" | sed -n 's/^resource user://p' | sort | tail -n 1)"
[[ "$carol" == id-000030 ]] || fail "the new user is missing: the last one is $carol"
baton --rotate-credentials "$carol" --rotate-credentials-type user
for _ in 1 2; do baton --delete-resource "$carol" --delete-resource-type user; done
sync
! has "resource user:$carol" || fail "the user is still there"
say "grant, revoke, create, rotate and delete work with ${program[*]}"
