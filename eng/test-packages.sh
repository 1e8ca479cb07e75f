#!/usr/bin/env bash
# Builds tests/PackageConsumer in a clean folder from the packed packages, runs it, and checks every id in the file it writes.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

require_sdk
require_packages "checking the file" libzstd1 sqlite3 zstd
version="$(packed_version)"

temporary_folder work
mkdir "$work/consumer" "$work/embedded"
cp "$repo"/tests/PackageConsumer/*.cs* "$work/consumer"
cp "$repo"/tests/PackageConsumer/Embedded/*.cs* "$work/embedded"
use_packed_packages "$work"
cd "$work/consumer"
dotnet build -c Release --nologo -v quiet "-p:BatonVersion=$version" -p:Version=4.5.6-rc.1 </dev/null || fail "the consumer does not build from the packages"
require_packed_packages

# The other ways to write a program: a Program.cs, blocks as namespaces, no nullable types, internal classes.
(cd "$work/embedded" && dotnet build -c Release --nologo -v quiet "-p:BatonVersion=$version" </dev/null) || fail "the embedded consumer does not build from the packages"
dotnet exec "$work/embedded/bin/Release/net10.0/Embedded.dll" -f embedded.c1z --count 3 2>embedded.log </dev/null || { cat embedded.log >&2; fail "the embedded consumer's sync failed"; }
grep -q "^the program's own first line$" embedded.log || fail "the embedded consumer does not begin with its own Program.cs"
[[ "$(c1z_ids embedded.c1z | grep -c '^resource printer')" == 3 ]] || { c1z_ids embedded.c1z >&2; fail "the embedded consumer's file holds other rows"; }

consumer() { dotnet exec "$work/consumer/bin/Release/net10.0/PackageConsumer.dll" "$@" </dev/null; }

[[ "$(consumer --version)" == "baton-contoso-hr version 4.5.6-rc.1" ]] || fail "the consumer's --version is not that of its build: $(consumer --version)"
consumer -f sync.c1z 2>sync.log || { cat sync.log >&2; fail "the consumer's sync failed"; }
c1z_ids sync.c1z >ids.txt
diff -u "$repo/tests/PackageConsumer/expected.txt" ids.txt >&2 || fail "the consumer's file holds other rows"
consumer -f legal.c1z --department legal 2>sync.log || { cat sync.log >&2; fail "the sync with a setting failed"; }
[[ "$(c1z_ids legal.c1z | grep -c '^grant ')" == 1 ]] || fail "the consumer's own setting has no effect"
! consumer -f none.c1z --department none 2>failure.log || fail "a sync that cannot work succeeded"
grep -q 'there is no department none' failure.log || { cat failure.log >&2; fail "the reason of a failure is not in the log"; }
consumer capabilities >capabilities.json
grep -q '"id": "team"' capabilities.json || fail "the consumer's capabilities do not name its resource types"

# The shape file: written by the first build, left alone by the next, guarded against a change that breaks, changed when that is accepted.
build() { dotnet build -c Release --nologo -v quiet --no-restore "-p:BatonVersion=$version" -p:BatonWriteShape=true "$@" </dev/null; }
build || fail "the consumer does not build a second time"
[[ -s connector.shape.json ]] || fail "the build wrote no connector.shape.json"
cp connector.shape.json shape.json
sed -i 's/ResourceType("team"/ResourceType("squad"/' HrConnector.cs
! build >break.log || fail "a renamed resource type builds"
grep -q 'error BATON7001' break.log || { cat break.log >&2; fail "a renamed resource type is not said to be gone"; }
cmp -s shape.json connector.shape.json || fail "a change that breaks is in the file before it was accepted"
build -p:BatonAcceptShape=true || fail "a change cannot be accepted"
grep -q '"squad"' connector.shape.json || fail "an accepted change is not in the file"
build || fail "an accepted change is no longer accepted"
say "a consumer of Baton.Generators $version builds without warnings and writes the expected rows"
