#!/usr/bin/env bash
# redis.sh DIR PORT : a private Redis in DIR, append-only file on (REDIS_FSYNC: everysec or always), password from REDIS_PASSWORD.
set -euo pipefail
. "$(dirname "$0")/common.sh"
dir=$1 port=$2 password=${REDIS_PASSWORD:?}
need redis-server
mkdir -p "$dir"; chmod 700 "$dir"
umask 077
cat > "$dir/redis.conf" <<EOF
bind 127.0.0.1
port $port
protected-mode yes
requirepass $password
daemonize no
dir $dir
pidfile $dir/redis.pid
logfile ""
appendonly yes
appendfsync ${REDIS_FSYNC:-everysec}
aof-use-rdb-preamble yes
save ""
maxmemory ${REDIS_MAX_MEMORY:-256mb}
maxmemory-policy noeviction
EOF
supervise TERM "$dir/pid" redis-server "$dir/redis.conf"
