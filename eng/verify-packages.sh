#!/usr/bin/env bash
# Checks what is inside the packed packages.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

require_sdk
packed_version >/dev/null
dotnet run "$repo/eng/verify-packages.cs" -- "$artifacts/packages" "$repo/Directory.Packages.props" "$(release_repository 2>/dev/null || true)" </dev/null
