#!/usr/bin/env bash
# What no compiler checks: size of files, leftovers, names of machines, links between documents.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$repo"

problems=0
report() { # report TITLE: with the offending lines on standard input
  local lines
  lines="$(cat)"
  [[ -n "$lines" ]] || return 0
  printf '%s:\n%s\n' "$1" "$(sed 's/^/  /' <<<"$lines")" >&2
  problems=$((problems + 1))
}
tracked() { git ls-files -- "$@" | while IFS= read -r file; do [[ ! -f "$file" ]] || printf '%s\n' "$file"; done; }
find_lines() { # find_lines PATTERN FILE_PATTERN...
  local pattern="$1"
  shift
  { tracked "$@" | grep -v '^eng/check-source.sh$' | tr '\n' '\0' | xargs -0 -r grep -nHIE -- "$pattern"; } || true
}

# Generated files and tables aside.
report "files of more than 400 lines" < <(tracked 'src/*.cs' 'samples/*.cs' | tr '\n' '\0' | xargs -0 -r wc -l | awk '$2 != "total" && $1 > 400 { print $2 ": " $1 }')
report "unfinished work" < <(find_lines '\b(TODO|FIXME|HACK|XXX)\b|new NotImplementedException' 'src/*' 'samples/*' 'eng/*' '.ci/*')
report "names of package registries or their mirrors" < <(find_lines '(nuget|npmjs|debian|pypi|jsdelivr|unpkg)\.(org|com|net)|registry\.[a-z]+\.' '*')
report "paths of one machine" < <(find_lines '(^|[^A-Za-z0-9_.])(/root/\.|[A-Z]:\\Users\\)' '*')
report "text files with carriage returns" < <(git ls-files --eol | awk '$1 == "i/crlf" || $1 == "i/mixed" { print $NF }')
report "skipped tests" < <(find_lines 'Skip *= *"' 'tests/*.cs')

broken_links() {
  local file target
  while IFS= read -r file; do
    while IFS= read -r target; do
      target="${target%%#*}"
      [[ -z "$target" || "$target" == *://* || "$target" == mailto:* || -e "$(dirname "$file")/$target" ]] || printf '%s: %s\n' "$file" "$target"
    done < <(grep -oE '\]\([^) ]+\)' "$file" | sed 's/^](//; s/)$//')
  done < <(tracked '*.md' | grep -v '^src/Templates/.*/templates/')
}
report "links that lead nowhere" < <(broken_links)

((problems == 0)) || fail "$problems kind(s) of problem in the source"
say "sources: $(tracked 'src/*.cs' | wc -l) files in src, the longest of $(tracked 'src/*.cs' | tr '\n' '\0' | xargs -0 wc -l | awk '$2 != "total" { print $1 }' | sort -n | tail -n 1) lines; no leftovers, no broken links"
