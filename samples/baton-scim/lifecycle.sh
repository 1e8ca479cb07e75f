#!/usr/bin/env bash
# Grant, revoke, create, rotate, delete, each twice where it must not matter, with a build of the connector on a server of its own:
#   samples/baton-scim/lifecycle.sh PROGRAM [ARGUMENT...]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/lib.sh"
source "$repo/eng/lifecycle.sh"
source "$repo/samples/baton-scim/server.sh"

begin_lifecycle "$@"
start_scim_server
export BATON_TOKEN=scim-token BATON_BASE_URL="$scim_url"

sync
grant_and_revoke group:id-000028:member user id-000004
grant_and_revoke role:auditor:assigned user id-000004

for _ in 1 2; do provision --create-account-login carol --create-account-email carol@example.test; done
sync
carol="$(c1z_ids "$work/sync.c1z" | sed -n 's/^resource user://p' | sort | tail -n 1)"
[[ "$carol" == id-000030 ]] || fail "the new user is missing: the last one is $carol"
provision --rotate-credentials "$carol" --rotate-credentials-type user
delete_twice user "$carol"
end_lifecycle
