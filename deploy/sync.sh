#!/bin/sh
# Syncs, and copies the file to S3: for machines that must not be asked by anybody, from cron for example.
#   15 * * * *  S3_URL=s3://bucket/prod/sync.c1z /usr/local/bin/sync.sh /usr/local/bin/baton
# Settings of the connector are taken from the environment, and from the file that ENVIRONMENT_FILE names (/etc/baton/environment).
# The copy is made with the tool that S3_COPY names, "aws s3 cp --only-show-errors" unless set. S3_COPY=none is for connectors that have the package
# Baton.S3: they write the object themselves.
set -eu

program="${1:?usage: sync.sh PROGRAM [ARGUMENT...]}"
shift
: "${S3_URL:?S3_URL must name where the file goes: s3://bucket/key.c1z}"
state="${STATE_DIRECTORY:-/var/lib/baton}"
file="$state/sync.c1z"
environment="${ENVIRONMENT_FILE:-/etc/baton/environment}"

if [ -r "$environment" ]; then
  set -a
  # shellcheck disable=SC1090 # the operator's own
  . "$environment"
  set +a
fi
# With these the connector would stay, and ask C1 for tasks.
unset BATON_CLIENT_ID BATON_CLIENT_SECRET

mkdir -p "$state"
# One at a time: a sync that takes longer than the interval is not started twice.
exec 9>"$state/lock"
if ! flock -n 9; then
  echo "sync.sh: another sync is running ($state/lock): nothing to do" >&2
  exit 0
fi

if [ "${S3_COPY:-}" = none ]; then
  "$program" --file "$S3_URL" "$@"
  exit
fi
"$program" --file "$file" "$@"
# shellcheck disable=SC2086 # a command with its arguments
${S3_COPY:-aws s3 cp --only-show-errors} "$file" "$S3_URL"
