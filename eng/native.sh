# Native AOT publishing, shared by publish-aot.sh and verify-aot.sh. Needs lib.sh.
# shellcheck shell=bash

require_native_packages() {
  require_packages "native publishing" clang binutils zlib1g-dev libsqlite3-dev libzstd-dev sqlite3 zstd
}

# linux-x64, linux-musl-arm64, ...
native_rid() {
  local cpu libc=""
  case "$(uname -sm)" in
    'Linux x86_64') cpu=x64 ;;
    'Linux aarch64') cpu=arm64 ;;
    *) fail "native publishing is scripted for Linux on x86_64 and aarch64, not for $(uname -sm)" ;;
  esac
  [[ ! -e /etc/alpine-release ]] || libc="musl-"
  echo "linux-$libc$cpu"
}

# The newest framework whose native runtime pack restores from this machine's package sources, or NATIVE_FRAMEWORK if it is known: native_framework RID
native_framework() {
  local folder framework="${NATIVE_FRAMEWORK:-}"
  [[ -z "$framework" ]] || { echo "$framework"; return; }
  folder="$(mktemp -d)"
  for framework in net10.0 net9.0; do
    cat >"$folder/probe.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>$framework</TargetFramework>
    <RuntimeIdentifier>$1</RuntimeIdentifier>
    <OutputType>Exe</OutputType>
    <PublishAot>true</PublishAot>
  </PropertyGroup>
</Project>
PROJECT
    if dotnet restore "$folder/probe.csproj" -v quiet </dev/null >"$folder/log" 2>&1; then
      rm -rf "$folder"
      echo "$framework"
      return
    fi
  done
  framework="$(grep -o 'error .*' "$folder/log" | head -n 3)" || true
  rm -rf "$folder"
  fail "no native compiler restores for $1: $framework"
}

# publish_native PROJECT OUTPUT RID FRAMEWORK: publishes, and fails on a trimming or AOT warning that an assembly of ours causes.
publish_native() {
  local project="$1" output="$2" rid="$3" framework="$4" log="$artifacts/logs/native-$(basename "$2").log" restored
  restored="$artifacts/obj/$(basename "$(compgen -G "$project/*.csproj")" .csproj)"
  mkdir -p "$artifacts/logs"
  # What is there already would be taken as it is: without the warnings that it gave, and with the libraries that were linked into it then.
  rm -rf "$output" "$restored"{,.native}"/release_$rid/native"
  # Warnings stay warnings, so that all are seen at once and sorted below.
  dotnet publish "$project" -c Release -r "$rid" -o "$output" --nologo -m:2 \
    -p:BatonAot=true "-p:BatonAppFramework=$framework" -p:BatonStaticNative=true \
    -p:ILLinkTreatWarningsAsErrors=false -p:IlcTreatWarningsAsErrors=false \
    </dev/null >"$log" 2>&1 || { cat "$log" >&2; fail "publishing $project failed"; }
  # What restored into it, for the bill of materials of a release: later builds restore anew.
  mkdir -p "$artifacts/assets/native"
  # Samples have a folder of their own for native builds, with what restores for that framework.
  [[ ! -d "$restored.native" ]] || restored+=.native
  cp "$restored/project.assets.json" "$artifacts/assets/native/$(basename "$output").json"

  local warnings ours
  warnings="$(grep -E 'warning IL[0-9]+' "$log" | sed 's/ \[[^]]*\]$//' | LC_ALL=C sort -u)" || true
  # A warning names the source file when its symbols are at hand, and the member: "FILE(LINE): Trim analysis warning IL2026: Namespace.Type...".
  ours="$(grep -E "^($repo|/_)/(src|samples|tests)/|warning IL[0-9]+: (Baton\.|Assembly 'Baton)" <<<"$warnings")" || true
  if [[ -n "$ours" ]]; then
    printf '%s\n' "$ours" >&2
    fail "our assemblies cause trimming or AOT warnings"
  fi
  if [[ -n "$warnings" ]]; then
    say "third-party trimming or AOT warnings ($(wc -l <<<"$warnings")):"
    printf '  %s\n' "${warnings//$'\n'/$'\n'  }"
  else
    say "no trimming or AOT warnings"
  fi
}

# require_single_file FOLDER: one file, stripped, that needs no library but the C library's own.
require_single_file() {
  local files
  files="$(cd "$1" && find . -type f | sed 's|^\./||' | LC_ALL=C sort)"
  [[ "$(wc -l <<<"$files")" == 1 && -x "$1/$files" ]] || fail "$1 should hold one program, and holds: ${files//$'\n'/ }"
  local foreign
  foreign="$(ldd "$1/$files" | awk '{ print $1 }' |
    grep -Ev '^(linux-vdso|linux-gate|libc|libm|libdl|libpthread|librt|libgcc_s|/lib.*/ld-linux.*|/lib/ld-musl.*|libc\.musl.*)(\.so.*)?$')" || true
  [[ -z "$foreign" ]] || fail "$files needs shared libraries beyond the C library: ${foreign//$'\n'/ }"
  [[ "$(readelf -S "$1/$files")" != *.debug_info* ]] || fail "$files is not stripped"
}

# fastest RUNS COMMAND...: milliseconds that the quickest of several runs took; what else the machine does only makes runs longer
fastest() {
  local runs="$1" best="" begun took i
  shift
  for ((i = 0; i < runs; i++)); do
    begun="${EPOCHREALTIME/[.,]/}"
    "$@" </dev/null >/dev/null 2>&1 || fail "$1 failed"
    took=$((${EPOCHREALTIME/[.,]/} - begun))
    [[ -n "$best" ]] && ((took >= best)) || best="$took"
  done
  printf '%d.%d' $((best / 1000)) $((best % 1000 / 100))
}

# check_start PROGRAM: that it starts, and how long that takes. Times are reported, and no failure: they are the machine's as much as ours.
check_start() {
  say "version: $("$1" --version)"
  say "--version takes $(fastest 20 "$1" --version) ms, the fastest of 20"
}

# check_size PROGRAM BYTES: fails above the budget, when there is one.
check_size() {
  local size
  size="$(stat -c %s "$1")"
  [[ -z "$2" ]] || ((size <= $2)) || fail "$1 has $size bytes, and should have at most $2"
  say "size: $size bytes${2:+ of at most $2}; libraries: $(ldd "$1" | awk '{ print $1 }' | tr '\n' ' ')"
}
