# Shared by the scripts in eng/ and .ci/: `source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"`.
# shellcheck shell=bash

repo="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
solution="$repo/Baton.Generators.sln"
artifacts="$repo/artifacts"
configuration="${BATON_CONFIGURATION:-Release}"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# What scripts start is short: collecting profiles for a better second compilation costs more than it gives.
export DOTNET_TieredPGO=0
# No worker or build server outlives a script: MSBuild's end with each build, the compiler's is private and ended on exit.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
if [[ -z "${SharedCompilationId:-}" ]]; then
  export SharedCompilationId="baton-$$-$RANDOM" # MSBuild reads it as a property
  export UseSharedCompilation=true
  owns_compiler_server=true
fi
# A connector reads BATON_* variables: a developer's own must not reach the ones that scripts start.
for name in $(compgen -e BATON_); do
  case "$name" in BATON_CONFIGURATION | BATON_NO_INSTALL) ;; *) unset "$name" ;; esac
done

say() { printf '%s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# An account without a writable home (a service user, a container) keeps the CLI's state and package cache in artifacts/.
if [[ ! -w "${HOME:-/nonexistent}" ]]; then
  export DOTNET_CLI_HOME="$artifacts/home"
  export NUGET_PACKAGES="${NUGET_PACKAGES:-$artifacts/home/packages}"
  mkdir -p "$DOTNET_CLI_HOME"
fi

require_sdk() {
  command -v dotnet >/dev/null ||
    fail "the .NET SDK is missing: install the .NET SDK 10.0.100 or later and put 'dotnet' on PATH"
  (cd "$repo" && dotnet --version) >/dev/null 2>&1 ||
    fail "the installed .NET SDK is too old: global.json asks for 10.0.100 or a later 10.0 feature band; 'dotnet --list-sdks' shows: $(cd / && dotnet --list-sdks | tr '\n' ' ')"
}

has_library() { # has_library NAME: in a directory where the loader or the linker looks
  local found
  found="$(compgen -G "/lib/$1"; compgen -G "/lib64/$1"; compgen -G "/lib/*/$1"; compgen -G "/usr/lib/$1"; compgen -G "/usr/lib64/$1"; compgen -G "/usr/lib/*/$1"; compgen -G "/usr/local/lib/$1")" || true
  [[ -n "$found" ]]
}

# The Python that packages of the system are for, whichever else is on PATH.
system_python() { command -v /usr/bin/python3 || command -v python3 || echo python3; }

# The folder of a PostgreSQL server's programs, the newest one's: Debian keeps them off PATH.
postgresql_programs() {
  local initdb
  initdb="$({ compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V -r; command -v initdb; } | grep . | head -n 1)" || true
  [[ -z "$initdb" ]] || dirname "$initdb"
}

# Debian's package makes a server of the machine's own and starts it, which nobody asked for.
keep_postgresql_from_starting() {
  [[ ! -e /etc/postgresql-common/createcluster.conf ]] || return 0
  mkdir -p /etc/postgresql-common
  echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
}

# Whether what a Debian package brings is there, however it was installed.
has_package() {
  case "$1" in
    libzstd1) has_library 'libzstd.so.1*' ;;
    libzstd-dev) has_library libzstd.a ;;
    libsqlite3-dev) has_library libsqlite3.a ;;
    zlib1g-dev) [[ -e /usr/include/zlib.h ]] ;;
    binutils) command -v objcopy >/dev/null ;;
    nodejs) command -v node >/dev/null ;;
    postgresql) [[ -n "$(postgresql_programs)" ]] ;;
    python3-yaml) "$(system_python)" -c 'import yaml' 2>/dev/null ;;
    clang) command -v clang >/dev/null || command -v gcc >/dev/null ;;
    *) command -v "$1" >/dev/null ;; # the package is named after its command
  esac
}

# require_packages PURPOSE PACKAGE...: installs what is missing through apt-get when root, else says what to type.
require_packages() {
  local purpose="$1" missing=() package
  shift
  for package in "$@"; do has_package "$package" || missing+=("$package"); done
  ((${#missing[@]})) || return 0

  if ! command -v apt-get >/dev/null; then
    fail "$purpose needs ${missing[*]} (Debian package names): install them with this system's package manager"
  fi
  local command="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  if ((EUID != 0)) || [[ -n "${BATON_NO_INSTALL:-}" ]]; then
    fail "$purpose needs packages that are missing here; as root, type: $command"
  fi
  say "installing for $purpose: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  [[ " ${missing[*]} " != *" postgresql "* ]] || keep_postgresql_from_starting
  apt-get update -qq </dev/null >/dev/null || say "warning: apt-get update failed; trying with the lists that are here"
  apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null ||
    fail "could not install ${missing[*]}; as root, type: $command"
  for package in "${missing[@]}"; do
    has_package "$package" || fail "$package was installed, but what it should bring is still missing"
  done
}

# require_node_packages NAME@MAJOR...: other implementations to test against, in artifacts/node. All in one call: npm removes what it is not told of.
require_node_packages() {
  local missing="" package
  for package in "$@"; do [[ -d "$artifacts/node/node_modules/${package%@*}" ]] || missing+=" $package"; done
  [[ -n "$missing" ]] || return 0
  local command="npm install --prefix artifacts/node --no-save --no-package-lock --no-audit --no-fund $*"
  [[ -z "${BATON_NO_INSTALL:-}" ]] || fail "the tests need$missing; in the repository's folder, type: $command"
  say "installing for the tests:$missing"
  mkdir -p "$artifacts/node"
  (cd "$repo" && $command </dev/null >/dev/null) || fail "could not install$missing; in the repository's folder, type: $command"
}

# Servers of others that the tests talk to.
require_test_servers() { require_node_packages @grpc/grpc-js@1 express@4 scimmy-routers@1 s3rver@3; }

# An MSBuild property of a project, evaluated: project_property PROJECT NAME [ARGUMENT...]
project_property() {
  local project="$1" name="$2"
  shift 2
  dotnet msbuild "$project" -nologo "-getProperty:$name" "$@"
}

# A clean folder that goes away with the script: temporary_folder VARIABLE
temporary_folders=()
temporary_folder() {
  local path
  path="$(mktemp -d "${TMPDIR:-/tmp}/baton.XXXXXXXX")"
  temporary_folders+=("$path")
  printf -v "$1" '%s' "$path"
}

end_compiler_server() {
  local compiler
  compiler="$(dirname "$(readlink -f "$(command -v dotnet)")")/sdk/$(cd "$repo" && dotnet --version)/Roslyn/bincore/VBCSCompiler.dll"
  [[ ! -f "$compiler" ]] || dotnet exec "$compiler" "-pipename:$SharedCompilationId" -shutdown >/dev/null 2>&1 || true
}

leave() {
  ((${#temporary_folders[@]} == 0)) || rm -rf "${temporary_folders[@]}"
  [[ -z "${owns_compiler_server:-}" ]] || ! command -v dotnet >/dev/null || end_compiler_server
}
trap leave EXIT

# The SQLite database inside a .c1z (five bytes of magic, then zstd): unpack_c1z FILE DATABASE
unpack_c1z() {
  [[ "$(head -c 5 "$1" | od -An -tx1 | tr -d ' \n')" == 43315a4600 ]] || fail "$1 is not a c1z v1 file"
  tail -c +6 "$1" | zstd -q -d -f -o "$2"
  [[ "$(sqlite3 "$2" 'PRAGMA integrity_check')" == ok ]] || fail "$1: the database inside is damaged"
}

# Every row of a .c1z as text, one a line, sorted, without what differs between two runs on equal input: c1z_rows FILE
c1z_rows() {
  local folder
  temporary_folder folder
  unpack_c1z "$1" "$folder/db"
  sqlite3 "$folder/db" <<'SQL' | LC_ALL=C sort
SELECT 'resource-type', external_id, hex(data) FROM v1_resource_types;
SELECT 'resource', external_id, resource_type_id, ifnull(parent_resource_type_id, ''), ifnull(parent_resource_id, ''), hex(data) FROM v1_resources;
SELECT 'entitlement', external_id, resource_type_id, resource_id, hex(data) FROM v1_entitlements;
SELECT 'grant', external_id, resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id,
       ifnull(hex(expansion), ''), hex(data) FROM v1_grants;
SELECT 'sync', sync_type, ended_at IS NOT NULL FROM v1_sync_runs;
SQL
  rm -rf "$folder"
}

# Ids of every row of a .c1z, one a line, sorted: c1z_ids FILE
c1z_ids() {
  local folder
  temporary_folder folder
  unpack_c1z "$1" "$folder/db"
  sqlite3 -separator ' ' "$folder/db" <<'SQL' | LC_ALL=C sort
SELECT 'resource-type', external_id FROM v1_resource_types;
SELECT 'resource', external_id FROM v1_resources;
SELECT 'entitlement', external_id FROM v1_entitlements;
SELECT 'grant', external_id FROM v1_grants;
SELECT 'sync', sync_type, ended_at IS NOT NULL FROM v1_sync_runs;
SQL
  rm -rf "$folder"
}

# The version that eng/pack.sh packed.
packed_version() {
  local file
  file="$(compgen -G "$artifacts/packages/Baton.Generators.*.nupkg")" || fail "there are no packages in $artifacts/packages: run eng/pack.sh first"
  file="$(basename "$file" .nupkg)"
  echo "${file#Baton.Generators.}"
}

# The address of the source, as a release names it: RELEASE_REPOSITORY, else the remote of this clone.
release_repository() {
  local address="${RELEASE_REPOSITORY:-$(git -C "$repo" remote get-url origin 2>/dev/null || true)}"
  [[ "$address" == https://* ]] || fail "set RELEASE_REPOSITORY to the https address of the repository: packages say where their source is${address:+, and $address does not}"
  echo "${address%.git}"
}

# The same, or an example where the clone is of nowhere. In a shell of its own, since `fail` ends the one it is in.
release_repository_or_example() { (release_repository) 2>/dev/null || echo https://github.com/example/baton-dotnet; }

# Lets the projects in FOLDER use the packed packages besides the machine's own package sources: use_packed_packages FOLDER
# What restores from elsewhere is kept between runs; packages of ours are taken anew each time.
use_packed_packages() {
  cat >"$1/nuget.config" <<CONFIG
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="packed" value="$artifacts/packages" />
  </packageSources>
</configuration>
CONFIG
  export NUGET_PACKAGES="$artifacts/consumer-cache"
  mkdir -p "$NUGET_PACKAGES"
  rm -rf "$NUGET_PACKAGES"/baton.*
}

# Fails when a package of ours came from anywhere but artifacts/packages.
require_packed_packages() {
  local metadata
  for metadata in "$NUGET_PACKAGES"/baton.*/*/.nupkg.metadata; do
    grep -q "\"source\": \"$artifacts/packages\"" "$metadata" || fail "$metadata names another source than $artifacts/packages"
  done
}
