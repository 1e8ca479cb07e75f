#!/usr/bin/env bash
# Runs each sample with the command of its README, and checks that the file it writes holds together.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

require_sdk
require_packages "checking the files" libzstd1 sqlite3 zstd
temporary_folder work
cd "$repo"

# What must find nothing in any file: references that lead nowhere, and ids that do not have the exact form.
check_rows() {
  unpack_c1z "$1" "$work/db"
  local broken
  broken="$(sqlite3 "$work/db" <<'SQL'
SELECT 'resource of an unknown type', external_id FROM v1_resources WHERE resource_type_id NOT IN (SELECT external_id FROM v1_resource_types);
SELECT 'entitlement on a missing resource', external_id FROM v1_entitlements
  WHERE resource_type_id || ':' || resource_id NOT IN (SELECT external_id FROM v1_resources);
SELECT 'grant of a missing entitlement', external_id FROM v1_grants WHERE entitlement_id NOT IN (SELECT external_id FROM v1_entitlements);
SELECT 'grant to a missing principal', external_id FROM v1_grants
  WHERE principal_resource_type_id || ':' || principal_resource_id NOT IN (SELECT external_id FROM v1_resources);
SELECT 'entitlement id of another form', external_id FROM v1_entitlements WHERE external_id NOT LIKE resource_type_id || ':' || resource_id || ':_%';
SELECT 'grant id of another form', external_id FROM v1_grants
  WHERE external_id <> entitlement_id || ':' || principal_resource_type_id || ':' || principal_resource_id;
SELECT 'sync that did not finish', sync_id FROM v1_sync_runs WHERE ended_at IS NULL;
SQL
  )"
  [[ -z "$broken" ]] || fail "$1: $broken"
  sqlite3 "$work/db" "SELECT (SELECT count(*) FROM v1_resources) || ' resources, ' || (SELECT count(*) FROM v1_entitlements) || ' entitlements, ' || (SELECT count(*) FROM v1_grants) || ' grants'"
}

ran=0
for project in samples/*/*.csproj; do
  [[ -f "$project" ]] || continue
  sample="$(dirname "$project")"
  name="$(basename "$sample")"
  if [[ -x "$sample/run.sh" ]]; then
    # A sample that needs a server brings one.
    "$sample/run.sh" "$work/$name.c1z" >"$work/log" 2>&1 </dev/null || { cat "$work/log" >&2; fail "$name failed"; }
  else
    dotnet run --project "$sample" -- -f "$work/$name.c1z" </dev/null >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "$name failed"; }
  fi
  counts="$(check_rows "$work/$name.c1z")"
  say "$name: $counts"
  ran=$((ran + 1))
done
((ran > 0)) || fail "there is no sample"
