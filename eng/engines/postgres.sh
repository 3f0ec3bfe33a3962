#!/usr/bin/env bash
# postgres.sh DIR PORT : a private PostgreSQL in DIR; user "postgres", password from POSTGRES_PASSWORD.
set -euo pipefail
. "$(dirname "$0")/common.sh"
dir=$1 port=$2 password=${POSTGRES_PASSWORD:?}

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v postgres || true)" 2>/dev/null || true)
[ -x "$bin/initdb" ] || fail "PostgreSQL is missing; ./streamix doctor says how to install it"

mkdir -p "$dir"; chmod 700 "$dir"
dir=$(cd "$dir" && pwd -P)
data=$dir/data

# PostgreSQL refuses root. A user namespace in which root is nobody needs no other account and no chown.
as=()
if [ "$(id -u)" = 0 ]; then
  if unshare --user --map-user=65534 --map-group=65534 true 2>/dev/null; then
    as=(unshare --user --map-user=65534 --map-group=65534 --)
  else
    id postgres >/dev/null 2>&1 || fail "root cannot run PostgreSQL: user namespaces are off and there is no account 'postgres'"
    chown -R postgres "$dir"
    as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
  fi
fi

if [ ! -s "$data/PG_VERSION" ]; then
  rm -rf "$data"
  printf '%s' "$password" > "$dir/pw"; chmod 600 "$dir/pw"
  [ "${as[0]:-}" = setpriv ] && chown postgres "$dir/pw"
  "${as[@]}" "$bin/initdb" -D "$data.new" -U postgres --pwfile="$dir/pw" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --data-checksums >"$dir/initdb.log" 2>&1 \
    || { cat "$dir/initdb.log" >&2; rm -rf "$data.new" "$dir/pw"; fail "initdb failed"; }
  mv "$data.new" "$data"; rm -f "$dir/pw"
fi

# PostgreSQL takes any process of ours with the id in a left-behind postmaster.pid for another server on the same data, as ids come round again.
# Called a grandparent, it is none; the shared memory that the file names too is still looked at.
before_start() {
  local pid
  unset PG_GRANDPARENT_PID
  pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) || return 0
  if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = postgres ] && [ "$(readlink "/proc/$pid/cwd")" = "$data" ]; then return 0; fi
  if [ -z "$pid" ]; then rm -f "$data/postmaster.pid"; fi
  export PG_GRANDPARENT_PID=$pid
}

supervise INT "$dir/pid" "${as[@]}" setpriv --pdeathsig KILL -- "$bin/postgres" -D "$data" -p "$port" -k "" \
  -c listen_addresses=127.0.0.1 -c max_connections="${POSTGRES_MAX_CONNECTIONS:-500}" -c shared_buffers="${POSTGRES_SHARED_BUFFERS:-256MB}" \
  -c shared_preload_libraries=pg_stat_statements -c logging_collector=off -c max_wal_size=2GB ${POSTGRES_OPTIONS:-}
