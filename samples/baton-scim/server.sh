# A SCIM server of a script's own. Needs lib.sh.
# shellcheck shell=bash

# start_scim_server: sets scim_url. The server ends with the script, and in any case after ten minutes.
start_scim_server() {
  require_packages "the SCIM server" nodejs npm
  require_test_servers
  local port
  coproc scim_server { NODE_PATH="$artifacts/node/node_modules" exec timeout 600 node "$repo/samples/baton-scim/server.cjs" 25; }
  read -r -t 60 -u "${scim_server[0]}" _ port || fail "the SCIM server does not start"
  # shellcheck disable=SC2034 # for the script
  scim_url="http://127.0.0.1:$port/scim/v2"
}
