#!/usr/bin/env bash
# Makes connectors from the packed template, outside the repository, and uses them unedited: build, test, sync.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

require_sdk
require_packages "checking the file" libzstd1 sqlite3 zstd
version="$(packed_version)"

temporary_folder work
use_packed_packages "$work"
cd "$work"
new() { dotnet new "$@" --debug:custom-hive "$work/hive" </dev/null; }
new install "$artifacts/packages/Baton.Templates.$version.nupkg" >/dev/null || fail "the template package does not install"

# create NAME [ARGUMENT...]: a connector that builds without warnings
create() {
  local name="$1"
  shift
  new baton-connector -n "$name" "$@" >/dev/null || fail "dotnet new baton-connector -n $name failed"
  local file
  for file in .gitignore .editorconfig Directory.Build.props Directory.Packages.props README.md "$name.slnx" \
    "src/$name/$name.csproj" "tests/$name.Tests/$name.Tests.csproj"; do
    [[ -f "$name/$file" ]] || fail "the template gave no $file"
  done
  ! grep -rniE 'acme|@[a-z.]+@' "$name" || fail "the template left a name of its own"
  cp "$name/src/$name/connector.shape.json" shape.json || fail "the template gave no connector.shape.json"
  dotnet build "$name" -c Release --nologo -v quiet -warnaserror -p:BatonWriteShape=true </dev/null || fail "$name does not build without warnings"
  diff -u shape.json "$name/src/$name/connector.shape.json" >&2 || fail "the template's connector.shape.json is not that of its connector"
}

# sync NAME: what the README says, into NAME/sync.c1z, with every row kind in it; three grants come from groups in groups
sync() {
  (cd "$1" && dotnet run --project "src/$1" -c Release --no-build -- -f sync.c1z </dev/null 2>sync.log) ||
    { cat "$1/sync.log" >&2; fail "$1 does not sync"; }
  [[ "$(c1z_ids "$1/sync.c1z" | cut -d ' ' -f 1 | uniq -c | tr -s ' \n' ' ')" == " 4 entitlement 12 grant 9 resource 2 resource-type 1 sync " ]] ||
    { c1z_ids "$1/sync.c1z" >&2; fail "$1 wrote other rows than the demo directory holds"; }
}

create Baton.Contoso --display-name 'Contoso "HR" & Co'
grep -qF '[Connector("baton-contoso", DisplayName = "Contoso \"HR\" & Co")]' Baton.Contoso/src/Baton.Contoso/ContosoConnector.cs ||
  fail "the display name is not the one given: $(cat Baton.Contoso/src/Baton.Contoso/ContosoConnector.cs)"
dotnet test Baton.Contoso -c Release --no-build --nologo </dev/null >test.log 2>&1 || { cat test.log >&2; fail "the template's tests fail"; }
grep -qE 'Passed: +[1-9]' test.log || { cat test.log >&2; fail "the template's tests did not run"; }
sync Baton.Contoso

create baton-my-system
grep -qF '[Connector("baton-my-system", DisplayName = "My System")]' baton-my-system/src/baton-my-system/MySystemConnector.cs ||
  fail "the names taken from baton-my-system are wrong"
sync baton-my-system
require_packed_packages
say "connectors made from the template of $version build without warnings, pass their tests and sync"
