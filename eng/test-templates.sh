#!/usr/bin/env bash
# Makes connectors from the packed templates, outside the repository, one for every combination of parameters, and uses them unedited:
# build, test, sync, add items, publish natively. Prints what each of these took.
#   ./eng/test-templates.sh [AUTH...]     with kinds of credential (none, apikey, basic, oauth2), only connectors that have one of them
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$repo/eng/native.sh"

# It plays an author at the desk: a build in CI writes no connector.shape.json.
unset CI TF_BUILD ContinuousIntegrationBuild

require_sdk
require_packages "checking the file" libzstd1 sqlite3 zstd
require_native_packages
version="$(packed_version)"

temporary_folder work
use_packed_packages "$work"
cd "$work"
new() { dotnet new "$@" --debug:custom-hive "$work/hive" </dev/null >"$work/new.$BASHPID.log" 2>&1 || { cat "$work/new.$BASHPID.log" >&2; fail "dotnet new $* failed"; }; }

phase() { # phase NAME COMMAND...
  local TIMEFORMAT="$1: %R s, %U s + %S s of processor"
  time "${@:2}"
}

each() { # each COMMAND: for every connector, two at a time
  local name running=0
  for name in "${names[@]}"; do
    if ((running == 2)); then
      wait -n
      running=1
    fi
    "$1" "$name" &
    running=$((running + 1))
  done
  for ((; running > 0; running--)); do wait -n; done
}

odd() { (($1 % 2)) && echo true || echo false; }

# Every combination; names in all spellings; container and CI with and without everything else.
names=()
declare -A arguments
credentials=("$@")
((${#credentials[@]})) || credentials=(none apikey basic oauth2)
plan() {
  local auth provisioning events actions name n=0
  for auth in "${credentials[@]}"; do
    for provisioning in false true; do
      for events in false true; do
        for actions in false true; do
          case $((n % 4)) in
            0) name="Baton.Contoso$n" ;;
            1) name="baton-contoso-people-$n" ;;
            2) name="Contoso.People$n" ;;
            3) name="contoso_people_$n" ;;
          esac
          names+=("$name")
          arguments[$name]="--auth $auth --provisioning $provisioning --events $events --actions $actions --container $(odd $((n / 2 + n / 8))) --ci $(odd $((n + n / 4)))"
          n=$((n + 1))
        done
      done
    done
  done
}

has() { [[ "${arguments[$1]}" == *"--$2 true"* ]]; } # has NAME PARAMETER

require_files() { # require_files NAME WHETHER FILE...
  local name="$1" there="$2" file
  shift 2
  for file in "$@"; do
    if [[ -e "$name/$file" ]]; then $there || fail "$name has a $file that nobody asked for"; else ! $there || fail "$name has no $file"; fi
  done
}

create() {
  local name="$1" there
  # shellcheck disable=SC2086 # words
  new baton-connector -n "$name" ${arguments[$name]} --no-restore
  require_files "$name" true .gitignore .editorconfig Directory.Build.props Directory.Packages.props README.md AGENTS.md docs/connector.md "$name.slnx" \
    "src/$name/$name.csproj" "tests/$name.Tests/$name.Tests.csproj"
  for there in true false; do
    [[ "${arguments[$name]}" != *"--container $there"* ]] || require_files "$name" $there Dockerfile .dockerignore
    [[ "${arguments[$name]}" != *"--ci $there"* ]] || require_files "$name" $there .github/workflows/ci.yml
  done
  ! grep -rnE '[Aa]cme\b|Acme[A-Z]|@[a-z.]+@|^ *(//|<!--)?#(if|else|endif)' "$name" --include='*' || fail "the template left something of its own in $name"
}

create_all() {
  new install "$artifacts/packages/Baton.Templates.$version.nupkg"
  create "${names[0]}"
  rm -rf "${names[0]}"
  each create
  new baton-connector -n Baton.Display --display-name 'Contoso "HR" & Co' --no-restore
  grep -qF '[Connector("baton-display", DisplayName = "Contoso \"HR\" & Co")]' Baton.Display/src/Baton.Display/DisplayConnector.cs ||
    fail "the display name is not the one given: $(cat Baton.Display/src/Baton.Display/DisplayConnector.cs)"
  grep -qF '[Connector("baton-contoso-people-1", DisplayName = "Contoso People 1")]' baton-contoso-people-1/src/*/ContosoPeople1Connector.cs ||
    fail "the names taken from baton-contoso-people-1 are wrong"
}

# One build for all of them: the compiler stays warm, and each processor has a project.
build_all() {
  local name
  {
    echo '<Solution>'
    for name in "${names[@]}"; do
      printf '  <Project Path="%s" />\n' "$name/src/$name/$name.csproj" "$name/tests/$name.Tests/$name.Tests.csproj"
    done
    echo '</Solution>'
  } >all.slnx
  dotnet build all.slnx --nologo -v quiet -clp:NoSummary -m:2 -warnaserror </dev/null || fail "the connectors do not build without warnings"
  for name in "${names[@]}"; do require_files "$name" true "src/$name/connector.shape.json"; done
}

run_tests() {
  dotnet exec "$1/tests/$1.Tests/bin/Debug/net10.0/$1.Tests.dll" -noLogo -noColor </dev/null >"$1/test.log" 2>&1 || { cat "$1/test.log" >&2; fail "the tests of $1 fail"; }
  grep -qE 'Total: [1-9][0-9]*, Errors: 0, Failed: 0, Skipped: 0' "$1/test.log" || { cat "$1/test.log" >&2; fail "the tests of $1 did not run"; }
}

# As "dotnet run" takes them from launchSettings.json.
export_credentials() {
  local settings="$1/src/$1/Properties/launchSettings.json"
  # shellcheck disable=SC2046 # words
  [[ ! -e "$settings" ]] || export $(sed -n 's/^ *"\(BATON_[A-Z_]*\)": "\(.*\)",\{0,1\}$/\1=\2/p' "$settings")
}

program() { # program NAME ARGUMENT...
  (export_credentials "$1"; exec dotnet exec "$1"/src/"$1"/bin/Debug/net10.0/baton-*.dll "${@:2}" </dev/null)
}

# Every kind of row; three grants come from groups in groups.
require_rows() {
  [[ "$(c1z_ids "$1" | cut -d ' ' -f 1 | uniq -c | tr -s ' \n' ' ')" == " 4 entitlement 12 grant 9 resource 2 resource-type 1 sync " ]] ||
    { c1z_ids "$1" >&2; fail "$1 holds other rows than the demo does"; }
}

run() {
  local name="$1" line parameter
  program "$name" -f "$name/sync.c1z" 2>"$name/sync.log" || { cat "$name/sync.log" >&2; fail "$name does not sync"; }
  require_rows "$name/sync.c1z"
  program "$name" config --markdown | while IFS= read -r line; do
    grep -qxF -- "$line" "$name/docs/connector.md" || fail "docs/connector.md of $name does not say: $line"
  done
  program "$name" capabilities >"$name/capabilities.json"
  for parameter in provisioning:CAPABILITY_PROVISION events:CAPABILITY_EVENT_FEED_V2 actions:CAPABILITY_ACTIONS; do
    if has "$name" "${parameter%:*}"; then
      grep -q "\"${parameter#*:}\"" "$name/capabilities.json" || fail "$name was made with ${parameter%:*}, and declares no ${parameter#*:}"
    else
      ! grep -q "\"${parameter#*:}\"" "$name/capabilities.json" || fail "$name was made without ${parameter%:*}, and declares ${parameter#*:}"
    fi
  done
}

# What the README of a connector says to type.
as_the_readme_says() {
  (cd "$1" && dotnet test --nologo </dev/null >test.log 2>&1) || { cat "$1/test.log" >&2; fail "dotnet test fails in $1"; }
  grep -qE 'Passed: +[1-9]' "$1/test.log" || { cat "$1/test.log" >&2; fail "dotnet test ran no test of $1"; }
  rm "$1/sync.c1z"
  (cd "$1" && dotnet run --project "src/$1" -- -f sync.c1z </dev/null >sync.log 2>&1) || { cat "$1/sync.log" >&2; fail "dotnet run does not sync in $1"; }
  require_rows "$1/sync.c1z"
}

add_items() {
  (
    cd "$1/src/$1"
    new baton-resource -n cost-centers --trait group --entitlement member
    new baton-resource -n Roles
    new baton-resource -n Licenses --trait app
    new baton-resource -n Buildings --trait none
    new baton-action -n LockUser --on Users
    new baton-action -n rebuild-index
    new baton-event-feed -n UserChanges
  )
  require_files "$1/src/$1" true CostCenters.cs Roles.cs Licenses.cs Buildings.cs Users.LockUser.cs
  dotnet build "$1" --nologo -v quiet -clp:NoSummary -m:2 -warnaserror </dev/null || fail "$1 does not build with the items added"
  program "$1" -f "$1/items.c1z" 2>"$1/sync.log" || { cat "$1/sync.log" >&2; fail "$1 does not sync with the items added"; }
  [[ "$(c1z_ids "$1/items.c1z" | grep '^resource-type' | tr '\n' ' ')" == \
    "resource-type building resource-type cost-center resource-type group resource-type license resource-type role resource-type user " ]] ||
    { c1z_ids "$1/items.c1z" >&2; fail "the resource types added to $1 have other ids"; }
}

# For the framework that restores here; the rows are those of the ordinary build.
publish() {
  local name=Baton.Native like="$1" rid framework binary output="$work/native"
  rid="$(native_rid)"
  framework="$(native_framework "$rid")"
  # shellcheck disable=SC2086 # words
  new baton-connector -n "$name" ${arguments[$like]} --framework "$framework" --no-restore
  dotnet publish "$name/src/$name" -c Release -r "$rid" -o "$output" --nologo -v quiet -m:2 -p:PublishAot=true -p:BatonStaticNative=true </dev/null ||
    fail "$name does not publish natively"
  binary="$output/baton-native"
  (export_credentials "$like"; "$binary" -f native.c1z </dev/null 2>native.log) || { cat native.log >&2; fail "the native $name does not sync"; }
  diff -u <(c1z_rows "$like/sync.c1z") <(c1z_rows native.c1z) >&2 || fail "the native $name finds other rows"
  say "published natively on $framework: $(du -h --apparent-size "$binary" | cut -f 1), $(c1z_ids native.c1z | wc -l) rows"
}

plan
phase "create ${#names[@]} connectors" create_all
phase "build them" build_all
phase "run their tests" each run_tests
phase "run them" each run
phase "the README of one" as_the_readme_says "${names[-1]}"
phase "publish the like of the fullest" publish "${names[-1]}"
phase "add items to the fullest" add_items "${names[-1]}"
phase "add items to the least" add_items "${names[0]}"
require_packed_packages
say "connectors made from the templates of $version in ${#names[@]} ways build without warnings, pass their tests and sync; items fit; native too"
