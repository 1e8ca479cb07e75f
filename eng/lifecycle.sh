# What grants, accounts and credentials go through, with any build of a connector: for samples/*/lifecycle.sh. Needs lib.sh.
# shellcheck shell=bash

# begin_lifecycle PROGRAM [ARGUMENT...]: which build it is
begin_lifecycle() {
  (($# >= 1)) || fail "usage: $0 PROGRAM [ARGUMENT...]"
  require_packages "checking the files" sqlite3 zstd
  program=("$@")
  temporary_folder work
  sync_arguments=()
}

baton() { "${program[@]}" -f "$work/sync.c1z" "$@" </dev/null >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "$* failed"; }; }

provision() { baton --provisioning "$@"; }

# Into a new file: an old one keeps the syncs before.
sync() {
  rm -f "$work/sync.c1z"
  baton "${sync_arguments[@]}"
}

# has KIND ID: whether the file has such a row
has() { c1z_ids "$work/sync.c1z" | grep -qxF "$1 $2"; }

# grant_and_revoke ENTITLEMENT TYPE ID: each of them twice, and a sync shows the effect.
grant_and_revoke() {
  local entitlement="$1" type="$2" id="$3" grant="$1:$2:$3"
  for _ in 1 2; do provision --grant-entitlement "$entitlement" --grant-principal "$id" --grant-principal-type "$type"; done
  sync
  has grant "$grant" || fail "$grant is missing after it was granted"
  for _ in 1 2; do provision --revoke-grant "$grant"; done
  sync
  ! has grant "$grant" || fail "$grant is still there after it was revoked"
}

# delete_twice TYPE ID: a sync shows that it is gone.
delete_twice() {
  for _ in 1 2; do provision --delete-resource "$2" --delete-resource-type "$1"; done
  sync
  ! has resource "$1:$2" || fail "$1 $2 is still there after it was deleted"
}

end_lifecycle() { say "grant, revoke, create, rotate and delete work with ${program[*]}"; }
