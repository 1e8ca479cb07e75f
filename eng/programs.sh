# The programs that are released as native files, on every platform. Needs lib.sh and native.sh.
# shellcheck shell=bash

# linux-x64, osx-arm64, win-x64, ...
host_rid() {
  case "$(uname -s)" in
    Darwin) [[ "$(uname -m)" == arm64 ]] && echo osx-arm64 || echo osx-x64 ;;
    MINGW* | MSYS*) [[ "${PROCESSOR_ARCHITECTURE:-}" == ARM64 ]] && echo win-arm64 || echo win-x64 ;;
    *) native_rid ;;
  esac
}

# Their projects, without those that are not for this platform.
native_programs() {
  local project
  for project in src/Tools/baton-c1z $(cd "$repo" && compgen -G 'samples/*'); do
    [[ -f "$repo/$project/$(basename "$project").csproj" ]] || continue
    [[ "$(host_rid)" != win-* ]] || ! grep -q UnsupportedOSPlatform "$repo/$project/$(basename "$project").csproj" || continue
    echo "$project"
  done
}

native_binary() { # native_binary NAME
  local suffix=""
  [[ "$(host_rid)" != win-* ]] || suffix=.exe
  echo "$artifacts/native/$1/$1$suffix"
}
