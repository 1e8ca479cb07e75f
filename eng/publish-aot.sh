#!/usr/bin/env bash
# Publishes a connector as one native file, and checks it: against the ordinary build, or with the lifecycle.sh in its folder, which brings a server.
# The last line is the file's path.
#   ./eng/publish-aot.sh [--at-most BYTES] samples/baton-unix [ARGUMENT...]     arguments go to the connector in both check runs
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$repo/eng/native.sh"

budget=""
[[ "${1:-}" != --at-most ]] || { budget="${2:-}"; shift 2; }
(($# >= 1)) || fail "usage: eng/publish-aot.sh [--at-most BYTES] PROJECT_FOLDER [ARGUMENT...]"
project="$(cd "$1" 2>/dev/null && pwd)" || fail "$1 is not a folder"
shift
compgen -G "$project/*.csproj" >/dev/null || fail "$project has no project file"

require_sdk
require_native_packages

rid="$(native_rid)"
framework="$(native_framework "$rid")"
name="$(basename "$(compgen -G "$project/*.csproj" | head -n 1)" .csproj)"
output="$artifacts/native/$name"
say "publishing $name for $rid on $framework"
[[ "$framework" == net10.0 ]] || say "(net10.0 is what it targets otherwise, but its native runtime pack does not restore here)"
publish_native "$project" "$output" "$rid" "$framework"
require_single_file "$output"
binary="$output/$(ls "$output")"

check_start "$binary"
check_size "$binary" "$budget"
if [[ -x "$project/lifecycle.sh" ]]; then
  "$project/lifecycle.sh" "$binary"
  say "$binary"
  exit
fi

temporary_folder work
dotnet build "$project" -c "$configuration" --nologo -v quiet -m:2 </dev/null >"$work/build.log" || { cat "$work/build.log" >&2; fail "building $name failed"; }
managed="$(project_property "$project" TargetPath "-p:Configuration=$configuration")"

run() { # run FILE COMMAND...: a sync by the command into the file
  local file="$1"
  shift
  "$@" -f "$file" </dev/null >"$file.log" 2>&1 || { cat "$file.log" >&2; fail "$1 failed"; }
  c1z_rows "$file" >"$file.rows"
}
run "$work/native.c1z" "$binary" "$@"
run "$work/managed.c1z" dotnet exec "$managed" "$@"
[[ -s "$work/native.c1z.rows" ]] || fail "the sync found nothing"
diff -u "$work/managed.c1z.rows" "$work/native.c1z.rows" >&2 || fail "the native program and the ordinary build found different rows"
say "same $(wc -l <"$work/native.c1z.rows") rows from the native program and the ordinary build"
say "a sync into a file that is there takes $(fastest 10 "$binary" -f "$work/native.c1z" "$@") ms, the fastest of 10"
say "$binary"
