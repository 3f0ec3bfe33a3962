#!/usr/bin/env bash
# rabbitmq.sh DIR PORT : a private RabbitMQ in DIR; user "streamix", password from RABBITMQ_PASSWORD.
# Uses PORT+1 for its own epmd, PORT+2 for distribution and, with RABBITMQ_MANAGEMENT_PORT set, that port for the management page.
set -euo pipefail
. "$(dirname "$0")/common.sh"
dir=$1 port=$2 password=${RABBITMQ_PASSWORD:?}
server=/usr/lib/rabbitmq/bin/rabbitmq-server
need "$server"; need epmd
mkdir -p "$dir/home" "$dir/log" "$dir/schema"; chmod 700 "$dir"
umask 077

plugins="" management=""
if [ -n "${RABBITMQ_MANAGEMENT_PORT:-}" ]; then
  plugins=rabbitmq_management
  management=$(printf 'management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = %s' "$RABBITMQ_MANAGEMENT_PORT")
fi
echo "[$plugins]." > "$dir/enabled_plugins"
cat > "$dir/rabbitmq.conf" <<EOF
listeners.tcp.1 = 127.0.0.1:$port
default_user = streamix
default_pass = $password
default_permissions.configure = .*
default_permissions.read = .*
default_permissions.write = .*
default_user_tags.administrator = true
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 200MB
log.console = true
log.console.level = warning
log.file = false
heartbeat = 30
$management
EOF

export HOME=$dir/home LANG=C.UTF-8 LC_ALL=C.UTF-8
export ERL_EPMD_PORT=$((port + 1)) ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_DIST_PORT=$((port + 2))
export RABBITMQ_NODENAME=${RABBITMQ_NODE:-streamix}@localhost RABBITMQ_NODE_PORT=$port RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
export RABBITMQ_MNESIA_BASE=$dir/mnesia RABBITMQ_LOG_BASE=$dir/log RABBITMQ_LOGS=-
export RABBITMQ_CONFIG_FILE=$dir/rabbitmq.conf RABBITMQ_ADVANCED_CONFIG_FILE=$dir/advanced.config RABBITMQ_CONF_ENV_FILE=/dev/null
export RABBITMQ_ENABLED_PLUGINS_FILE=$dir/enabled_plugins RABBITMQ_GENERATED_CONFIG_DIR=$dir/schema RABBITMQ_PID_FILE=$dir/beam.pid
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}"

# epmd would outlive the broker: start it first as our own child, end it last.
setpriv --pdeathsig KILL -- epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & epmd=$!
trap 'kill "$epmd" 2>/dev/null || true' EXIT

# As under systemd the launcher is replaced by beam itself, which stops in order on SIGTERM.
export RUNNING_UNDER_SYSTEMD=true
supervise TERM "$dir/pid" "$server"
