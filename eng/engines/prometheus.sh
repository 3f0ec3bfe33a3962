#!/usr/bin/env bash
# prometheus.sh DIR PORT : a private Prometheus that scrapes the targets the graph writes into DIR/targets.json.
set -euo pipefail
. "$(dirname "$0")/common.sh"
dir=$1 port=$2
need prometheus
mkdir -p "$dir/data"
[ -e "$dir/targets.json" ] || echo '[]' > "$dir/targets.json"
sed "s|@TARGETS@|$dir/targets.json|" "$(dirname "$0")/../../deploy/prometheus/prometheus.yml" > "$dir/prometheus.yml"
supervise TERM "$dir/pid" prometheus --config.file="$dir/prometheus.yml" --storage.tsdb.path="$dir/data" --storage.tsdb.retention.time=2d \
  --web.listen-address="127.0.0.1:$port" --web.enable-lifecycle --log.level=warn
