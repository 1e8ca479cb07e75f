#!/usr/bin/env bash
# Builds everything and runs every test. Ends with one line: "N passed, N failed".
#   ./eng/test.sh [PROJECT...]     with names (Baton.C1Z.Tests), only those test projects run
# BATON_CONFIGURATION=Debug builds that instead of Release; BATON_NO_INSTALL=1 never calls apt-get.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

require_sdk
require_packages "the tests" libzstd1 sqlite3 zstd nodejs npm postgresql chromium
require_test_servers

results="$artifacts/test-results"
time_limit=1200 # seconds for one project
rm -rf "$results"
mkdir -p "$results"

say "building ($configuration)"
dotnet build "$solution" -c "$configuration" --nologo -v quiet -m:2 </dev/null

projects=("$@")
if ((${#projects[@]} == 0)); then
  for project in "$repo"/tests/*.Tests/*.Tests.csproj; do projects+=("$(basename "$project" .csproj)"); done
fi

for name in "${projects[@]}"; do
  [[ -f "$artifacts/bin/$name/${configuration,,}/$name.dll" ]] || fail "$name.dll is not in artifacts/bin: is tests/$name part of Baton.Generators.sln?"
done

run_project() { # writes the report NAME.xml, the output NAME.log and the exit code NAME.code
  local code=0
  cd "$artifacts/bin/$1/${configuration,,}"
  timeout --kill-after=10 "$time_limit" dotnet exec "$1.dll" -noLogo -noColor -xml "$results/$1.xml" </dev/null >"$results/$1.log" 2>&1 || code=$?
  echo "$code" >"$results/$1.code"
  cat "$results/$1.log" # in one piece
}

# Two at a time, from both ends: those of the compiler, which only work, beside those of the service, which mostly wait.
running=0
for ((left = 0, right = ${#projects[@]} - 1; left <= right;)); do
  if ((running == 2)); then wait -n; else running=$((running + 1)); fi
  if ((right < ${#projects[@]} - 1 - left)); then name="${projects[left++]}"; else name="${projects[right--]}"; fi
  say "testing $name"
  run_project "$name" &
done
wait

passed=0 failed=0 skipped=0 broken=()
counter() { sed -n "s/^<assembly [^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" | awk '{ sum += $1 } END { print sum + 0 }'; }
count() {
  local name="$1" report="$results/$1.xml" code project_failed
  code="$(cat "$results/$1.code")"
  if [[ ! -s "$report" ]]; then
    ((code != 124)) || say "$name did not end within $time_limit seconds"
    broken+=("$name (exit code $code, no report)")
    return
  fi
  sed -i 's/<assembly /\n<assembly /g' "$report"
  project_failed=$(($(counter failed "$report") + $(counter errors "$report")))
  passed=$((passed + $(counter passed "$report")))
  failed=$((failed + project_failed))
  skipped=$((skipped + $(counter skipped "$report")))
  if ((code != 0 && project_failed == 0)); then broken+=("$name (exit code $code)"); fi
}
for name in "${projects[@]}"; do count "$name"; done

failed=$((failed + ${#broken[@]}))
((${#broken[@]} == 0)) || printf 'did not run to the end: %s\n' "${broken[@]}"
((passed + failed > 0)) || { say "no test ran"; failed=1; }
summary="$passed passed, $failed failed"
((skipped == 0)) || summary+=", $skipped skipped"
say "$summary"
((failed == 0))
