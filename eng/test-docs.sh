#!/usr/bin/env bash
# Runs every command that the README and the documents print, as eng/test-docs.tsv says; a block that is not in there is an error, and so is a
# row without its block. Uses the builds of eng/test.sh, and the packages of eng/pack.sh.
#   ./eng/test-docs.sh [PAGE]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$repo/eng/postgresql.sh"
source "$repo/samples/baton-scim/server.sh"
cd "$repo"

require_sdk
table="$repo/eng/test-docs.tsv" only="${1:-}"
require_packages "the servers of the samples" nodejs npm postgresql
require_test_servers
temporary_folder work
dotnet="$(command -v dotnet)"

# The blocks, one file each: PAGE, tab, line, and then the commands.
mkdir "$work/blocks"
while IFS= read -r page; do
  awk -v page="$page" -v folder="$work/blocks" '
    /^```/ && open { open = 0; close(file); next }
    /^```sh$/ { open = 1; file = sprintf("%s/%04d", folder, ++count + offset); print page "\t" NR >file; next }
    open { print >file }' offset="$(ls "$work/blocks" | wc -l)" "$page"
done < <({ git ls-files -- '*.md'; git ls-files --others --exclude-standard -- '*.md'; } | grep -Ev '^(tests|src/Templates)/|^CHANGELOG' | sort -u)

# The repository as somebody has it who cloned it, beside what is built already: nothing that a command writes lands in the repository.
mkdir "$work/clone" "$work/bin"
{ git ls-files -z; git ls-files -z --others --exclude-standard; } | { xargs -0 ls -d 2>/dev/null || true; } | tr '\n' '\0' | xargs -0 cp --parents -t "$work/clone"
ln -s "$artifacts" "$work/clone/artifacts"
cat >"$work/bin/dotnet" <<WRAPPER
#!/bin/sh
[ "\$1" != run ] || { shift; exec "$dotnet" run --no-build -c "$configuration" "\$@"; }
exec "$dotnet" "\$@"
WRAPPER
# The same without asking MSBuild which program that is, for places where there are many commands.
mkdir "$work/quick"
cat >"$work/quick/dotnet" <<WRAPPER
#!/bin/sh
[ "\$1 \$2" = "run --project" ] || exec "$dotnet" "\$@"
program="\$(basename "\$3")"
shift 3
[ "\$1" != -- ] || shift
exec "$artifacts/bin/\$program/${configuration,,}/\$program" "\$@"
WRAPPER
chmod +x "$work/bin/dotnet" "$work/quick/dotnet"

for name in baton-acme baton-unix baton-postgresql baton-scim baton-c1-emulator; do
  [[ -x "$artifacts/bin/$name/${configuration,,}/$name" ]] || fail "$name is not built: dotnet build Baton.Generators.sln -c $configuration"
done
packed_version >/dev/null

# A function for each kind of place, below the folder $place: goes there, sets the environment, and what of the block is different there.
here() {
  cp -al "$work/clone" "$place" # links: nothing changes files of the repository in place
  cd "$place/clone"
  PATH="$work/bin:$PATH"
}

quick() {
  here
  PATH="$work/quick:$PATH"
}

acme() {
  mkdir "$place/acme"
  cd "$place/acme"
  PATH="$artifacts/bin/baton-acme/${configuration,,}:$PATH"
  baton-acme -f sync.c1z
  echo '{"schema_id": "access", "display_name": "Printer", "custom_fields": {"urgency": "low"}}' >ticket.json
}

project() { here; cd samples/baton-unix; }

packed() {
  acme
  baton-acme -f sync.c1z # a second sync, to compare with the first
  use_packed_packages "$place/acme"
  # Templates and tools of one's own; the package sources are those of the machine.
  mkdir -p "$place/home/.nuget/NuGet"
  [[ ! -f ~/.nuget/NuGet/NuGet.Config ]] || cp ~/.nuget/NuGet/NuGet.Config "$place/home/.nuget/NuGet"
  export DOTNET_CLI_HOME="$place/home" DOTNET_ADD_GLOBAL_TOOLS_TO_PATH=false
  PATH="$place/home/.dotnet/tools:$PATH"
}

# In a connector that was made from the template.
made() {
  packed
  dotnet new install Baton.Templates
  dotnet new baton-connector -n Baton.Acme
  cd Baton.Acme
  dotnet restore src/Baton.Acme # items are only for projects that were built, or restored
}

postgresql() {
  quick
  start_postgresql
  # Objects have the numbers from 16384 on, in a new server.
  local number
  for number in {16384..16390}; do sql "CREATE ROLE role_$number"; done
  [[ "$(sql "SELECT oid FROM pg_roles WHERE rolname = 'role_16390'")" == 16390 ]] || fail "the roles of a new server have other numbers"
  block="${block//postgres:\/\/baton:password@db.example.com\/postgres?sslmode=verify-full/"$postgresql_dsn"}"
  export BATON_DSN="$postgresql_dsn"
  dotnet run --project samples/baton-postgresql -- -f sync.c1z
}

scim() {
  quick
  start_scim_server
  export BATON_TOKEN=scim-token
  block="${block//https:\/\/directory.example.com\/scim\/v2/"$scim_url"}"
  block="${block//BATON_TOKEN=…/BATON_TOKEN=scim-token}"
  # A group without members, and somebody.
  block="${block//g1/id-000028}"
  block="${block//u1/id-000001}"
  dotnet run --project samples/baton-scim -- --base-url "$scim_url" -f sync.c1z
}

# Another system's disk.
unix() {
  quick
  mkdir -p "$place/disk/etc"
  printf 'root:x:0:0::/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\n' >"$place/disk/etc/passwd"
  printf 'root:x:0:\nalice:x:1000:\ndocker:x:999:\n' >"$place/disk/etc/group"
  printf 'root:*::\nalice:*::\ndocker:*::\n' >"$place/disk/etc/gshadow"
  block="${block//\/mnt\/disk/"$place/disk"}"
  export BATON_ROOT="$place/disk"
  dotnet run --project samples/baton-unix -- -f sync.c1z
}

# The connector stays: it is stopped when the emulator has seen it.
emulator() {
  quick
  local line
  coproc c1 { exec timeout 120 dotnet run --project src/Tools/baton-c1-emulator -- --port 0; }
  until [[ "${line:-}" == export\ BATON_C1_API_HOST=* ]]; do
    read -r -t 60 -u "${c1[0]}" line || fail "the emulator does not start"
    [[ "$line" != export\ * ]] || eval "$line"
  done
  bash -euo pipefail -c "exec $block" </dev/null &
  local connector=$!
  until [[ "$line" == *" says hello: "* ]]; do read -r -t 60 -u "${c1[0]}" line || fail "the connector does not come to the emulator"; done
  kill -TERM "$connector"
  wait "$connector" || fail "the connector ended with $?"
  block=":"
}

run_block() ( # run_block FUNCTION FILE: in a shell of its own, which takes its servers with it
  unset owns_compiler_server
  temporary_folders=()
  temporary_folder place
  trap leave EXIT
  block="$(tail -n +2 "$2")"
  "$1"
  printf '%s\n' "$block" >"$place/commands"
  timeout 300 bash -euo pipefail "$place/commands" </dev/null
)

problems=0
wrong() {
  printf '%s\n' "$*" >&2
  problems=$((problems + 1))
}
ran=0 elsewhere=0
for file in "$work"/blocks/*; do
  IFS=$'\t' read -r page line <"$file"
  first="$(sed -n 2p "$file")"
  how="$(page="$page" first="$first" awk -F '\t' '$1 == ENVIRON["page"] && $2 == ENVIRON["first"] { print $3 }' "$table")"
  printf '%s\t%s\n' "$page" "$first" >>"$work/found"
  [[ -z "$only" || "$only" == "$page" ]] || continue
  case "$how" in
    "") wrong "$page, line $line: $first is not in eng/test-docs.tsv" ;;
    not:*) elsewhere=$((elsewhere + 1)) ;;
    step)
      # A limit that only CI sets does not make it another command.
      sed 's/ --at-most [0-9]*//' .ci/run | grep -qF -- "${first#./}" || wrong "$page, line $line: .ci/run does not run $first"
      elsewhere=$((elsewhere + 1))
      ;;
    *)
      begun=$SECONDS
      # In the background, because in a condition the shell would go on after what fails.
      run_block "$how" "$file" </dev/null >"$work/log" 2>&1 &
      if wait $!; then ran=$((ran + 1)); else
        cat "$work/log" >&2
        wrong "$page, line $line: these commands fail"
      fi
      say "$((SECONDS - begun)) s  $page, line $line"
      ;;
  esac
done
while IFS= read -r row; do
  grep -qxF -- "$row" "$work/found" || wrong "eng/test-docs.tsv: no page has this block: $row"
done < <(grep -v '^#' "$table" | cut -f 1,2)
((problems == 0)) || fail "$problems problem(s) with commands in documents"
say "$ran blocks of commands in the documents do what they should; $elsewhere are run elsewhere, or not: eng/test-docs.tsv says why"
