# A PostgreSQL server of a script's own, in a temporary folder, without a port. Needs lib.sh.
# shellcheck shell=bash

nobody=65534

# start_postgresql: sets postgresql_dsn and postgresql_folder. The server ends with the script, and in any case after a quarter of an hour.
start_postgresql() {
  require_packages "a PostgreSQL server" postgresql
  local programs as_user=()
  programs="$(postgresql_programs)"
  temporary_folder postgresql_folder
  # PostgreSQL does not run as root.
  if ((EUID == 0)); then
    chown "$nobody:$nobody" "$postgresql_folder"
    as_user=(setpriv "--reuid=$nobody" "--regid=$nobody" --clear-groups --)
  fi
  (cd / && "${as_user[@]}" "$programs/initdb" -D "$postgresql_folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >"$postgresql_folder.log" 2>&1) ||
    { cat "$postgresql_folder.log" >&2; fail "initdb failed"; }
  (cd / && exec timeout --signal=INT --kill-after=10 900 "${as_user[@]}" "$programs/postgres" -D "$postgresql_folder/data" -k "$postgresql_folder" \
    -c listen_addresses= -c fsync=off >>"$postgresql_folder.log" 2>&1) &
  postgresql_process=$!
  trap 'stop_postgresql; leave' EXIT
  local attempt
  for attempt in {1..300}; do
    ! "$programs/pg_isready" -q -h "$postgresql_folder" || break
    kill -0 "$postgresql_process" 2>/dev/null && ((attempt < 300)) || { cat "$postgresql_folder.log" >&2; fail "the PostgreSQL server does not start"; }
    sleep 0.1
  done
  # shellcheck disable=SC2034 # for the script
  postgresql_dsn="postgres:///postgres?host=$postgresql_folder&user=postgres&sslmode=disable"
}

stop_postgresql() {
  kill -INT "$postgresql_process" 2>/dev/null || true
  wait "$postgresql_process" 2>/dev/null || true
  rm -f "$postgresql_folder.log"
}

# sql STATEMENT [DATABASE]: what the server answers, without decoration
sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$postgresql_folder" -U postgres -d "${2:-postgres}" -c "$1"; }

# A small company: a few roles, a database with a schema, tables and privileges.
fill_postgresql() {
  sql "CREATE ROLE staff; CREATE ROLE readers; CREATE ROLE owner; CREATE ROLE ann LOGIN; CREATE ROLE \"bob \"\"the builder\"\"\" LOGIN NOINHERIT;
       GRANT readers TO staff; GRANT staff TO ann WITH ADMIN OPTION; GRANT staff TO \"bob \"\"the builder\"\"\""
  sql "CREATE DATABASE shop OWNER owner"
  sql "CREATE SCHEMA sales AUTHORIZATION owner; SET ROLE owner; CREATE TABLE sales.orders (id int); CREATE VIEW sales.recent AS SELECT * FROM sales.orders;
       GRANT USAGE ON SCHEMA sales TO readers; GRANT SELECT ON sales.orders TO readers; GRANT SELECT ON sales.recent TO PUBLIC; GRANT INSERT ON sales.orders TO ann" shop
}
