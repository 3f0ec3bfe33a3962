# What the machine must have, and the doctor who tells what it lacks.

state=$root/.streamix
tools=$state/tools
logs=$state/logs
PATH=$PATH:$tools/bin

container_runtime() {
  local runtime
  for runtime in docker podman; do
    if command -v "$runtime" >/dev/null && timeout 5 "$runtime" info >/dev/null 2>&1; then echo "$runtime"; return; fi
  done
}

# program|Debian package|what it is for
engine_needs() {
  cat <<'EOF'
/usr/lib/postgresql/*/bin/postgres|postgresql|the databases
redis-server|redis-server|cache and rate limits
/usr/lib/rabbitmq/bin/rabbitmq-server|rabbitmq-server|the event bus
prometheus|prometheus|metrics
setpriv|util-linux|keeping engines from outliving the platform
EOF
}

# Whatever the backing: services are processes of this machine in both.
service_needs() {
  cat <<'EOF'
ffmpeg|ffmpeg|transcoding
nginx|nginx-light|the edges
/usr/*/nginx/modules/ngx_http_js_module.so|libnginx-mod-http-js|the edges
EOF
}

# Only where the registry has no librdkafka and it is built from source.
native_needs() {
  grep -q '[;>]librdkafka.redist[;<]' "$standins_file" 2>/dev/null || return 0
  cat <<'EOF'
make|make|building librdkafka
gcc|gcc|building librdkafka
g++|g++|building librdkafka
python3|python3|building librdkafka
openssl|openssl|building librdkafka
/usr/include/openssl/ssl.h|libssl-dev|building librdkafka
/usr/include/zlib.h|zlib1g-dev|building librdkafka
EOF
}

test_needs() {
  cat <<'EOF'
chromium|chromium|the browser tests
aws|awscli|the S3 tests
EOF
}

bench_needs() {
  cat <<'EOF'
nginx|nginx-light|the gateway's benchmark
wrk|wrk|the benchmarks
EOF
}

# A browser that can be driven; one in a snap cannot.
browser() {
  local candidate
  for candidate in "${CHROMIUM:-}" /usr/bin/chromium google-chrome google-chrome-stable "$tools"/browsers/chromium-*/chrome-linux*/chrome; do
    if command -v "$candidate"; then return 0; fi
  done
  return 1
}

has() {
  case "$1" in
    chromium) browser >/dev/null ;;
    /*) compgen -G "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ] ;;
  esac
}

missing_packages() {
  local program package _purpose
  while IFS='|' read -r program package _purpose; do has "$program" || echo "$package"; done | sort -u | tr '\n' ' '
}

version_at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET SDK is missing. Install .NET 10: https://dotnet.microsoft.com/download/dotnet/10.0"
  dotnet --version >/dev/null 2>&1 || fail "no installed .NET SDK fits global.json (10.0.100 or later). Installed: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')"
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js is missing. Install Node 20.19 or later with npm: https://nodejs.org"
  version_at_least v20.19.0 "$(node --version)" || fail "Node $(node --version) is too old; 20.19 or later is needed"
}

need_disk() {
  local free
  free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "$free" -ge 3000 ] || fail "the disk of $root has only $free MB left; at least 3000 MB are needed"
}

doctor() {
  local bad=0 program package purpose
  check() { if eval "$2" >/dev/null 2>&1; then say "${green}ok${plain}       $1"; else say "${red}missing${plain}  $1 — $3"; bad=1; fi; }
  check ".NET SDK 10" "dotnet --version" "https://dotnet.microsoft.com/download/dotnet/10.0"
  check "Node 20.19 or later" "version_at_least v20.19.0 \$(node --version)" "https://nodejs.org"
  local runtime; runtime=$(container_runtime)
  say "${dim}backing  ${runtime:+containers ($runtime)}${runtime:-processes, no container runtime answers}${plain}" | sed 's/)docker/)/; s/)podman/)/'
  while IFS='|' read -r program package purpose; do
    check "$package (for $purpose)" "has '$program'" "apt-get install -y --no-install-recommends $package"
  done < <(native_needs; service_needs; [ -n "$runtime" ] || engine_needs; test_needs; bench_needs)
  check "npm tools" "[ -f $tools/.installed ]" "./streamix up installs them"
  check "stand-ins chosen" "[ -f eng/standins.props ]" "./streamix up tries every official package"
  check "3 GB of free disk" "[ \$(df -Pk . | awk 'NR == 2 { print int(\$4 / 1024) }') -ge 3000 ]" "free some space"
  [ "$bad" = 0 ] && say "Everything is there." || { say "./streamix up installs what is missing (as root on Debian or Ubuntu)."; return 1; }
}
