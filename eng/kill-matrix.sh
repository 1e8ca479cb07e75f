#!/usr/bin/env bash
# Kills a native sync at random instants, again and again; each run goes on where the one before was killed. Whenever one comes to its end,
# the rows must be those of an undisturbed sync, and the temp directory empty. For a long soak by hand; tests have a short form.
#   ./eng/kill-matrix.sh [KILLS] [SEED]      needs what ./eng/publish-aot.sh tests/Synthetic made
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

kills="${1:-200}"
RANDOM="${2:-1}"
binary="$artifacts/native/baton-synthetic/baton-synthetic"
[[ -x "$binary" ]] || fail "$binary does not exist: run ./eng/publish-aot.sh tests/Synthetic"
# The medium data set of docs/performance.md.
data=(--users=20000 --groups=500 --members=200 --roles=50 --role-users=200 --role-groups=4 --expandable)

temporary_folder work
mkdir "$work/temp"
file="$work/sync.c1z"
start() { exec "$binary" -f "$file" --c1z-temp-dir "$work/temp" --log-level error "${data[@]}" </dev/null >"$work/log" 2>&1; }

# Without what a run that was killed may have numbered differently, and the syncs that ended before.
check() {
  [[ -z "$(ls -A "$work/temp")" ]] || fail "after $killed kills the temp directory holds $(ls -A "$work/temp")"
  c1z_rows "$file" | grep -v '^sync' | sha256sum >"$work/rows"
  cmp -s "$work/rows" "$work/expected" || fail "after $killed kills the rows are not those of an undisturbed sync: see $(cp "$file" "${TMPDIR:-/tmp}/killed.c1z" && echo "${TMPDIR:-/tmp}/killed.c1z")"
  rm "$file"
}

killed=0
began=$(date +%s%N)
(start) || { cat "$work/log" >&2; fail "the undisturbed sync failed"; }
duration=$((($(date +%s%N) - began) / 1000000))
c1z_rows "$file" | grep -v '^sync' | sha256sum >"$work/expected"
check

finished=0
for ((killed = 1; killed <= kills; killed++)); do
  start &
  process=$!
  sleep "$(printf '%d.%03d' $((duration * RANDOM / 32768 / 1000)) $((duration * RANDOM / 32768 % 1000)))"
  kill -KILL "$process" 2>/dev/null || true
  code=0
  wait "$process" 2>/dev/null || code=$?
  case $code in
    0) check; finished=$((finished + 1)) ;; # it was faster
    137) ;;
    *) cat "$work/log" >&2; fail "after $killed kills a run ended with code $code" ;;
  esac
done
(start) || { cat "$work/log" >&2; fail "the last run failed"; }
check
say "$kills kills, $((finished + 1)) syncs came to their end: same rows, nothing left behind"
