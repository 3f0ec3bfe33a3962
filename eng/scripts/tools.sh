# What the machine must have, what is installed when it is missing, and the doctor who tells.

state=$root/.streamix
tools=$state/tools
logs=$state/logs
PATH=$PATH:$tools/bin
policy=/usr/sbin/policy-rc.d

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

# install_packages LIST-FUNCTION...: apt, without starting any of the services that come with the packages.
install_packages() {
  local packages package offered="" others=""
  packages=$(for list in "$@"; do "$list"; done | missing_packages)
  [ -n "${packages// /}" ] || return 0
  command -v apt-get >/dev/null || fail "these are missing: $packages
  On Debian or Ubuntu they would be installed now; here, install them with your package manager, or start Docker or Podman."
  [ "$(id -u)" = 0 ] || fail "these are missing and installing them takes root. Run:
  sudo apt-get install -y --no-install-recommends $packages
  Where apt has no awscli or chromium, any AWS CLI and Google Chrome do."
  step "Installing $packages"
  start_no_services
  quietly "$logs/apt-update.log" apt-get update -q
  for package in $packages; do
    if apt_offers "$package"; then offered="$offered $package"; else others="$others $package"; fi
  done
  [ -z "$offered" ] || apt_install $offered
  for package in $others; do install_otherwise "$package"; done
  allow_services
  trap - EXIT
}

# Until install_packages is through, however it ends; what an earlier one left behind when it was killed is ours too.
start_no_services() {
  if [ -e "$policy" ] && ! grep -q '^# streamix$' "$policy"; then return 0; fi
  trap allow_services EXIT
  printf '#!/bin/sh\n# streamix\nexit 101\n' > "$policy"
  chmod +x "$policy"
}

allow_services() { if grep -qs '^# streamix$' "$policy"; then rm -f "$policy"; fi; }

apt_install() { DEBIAN_FRONTEND=noninteractive quietly "$logs/apt-install.log" apt-get install -y -q --no-install-recommends "$@"; }

# As a package proper: newer Ubuntus have no awscli, and their Chromium is a pointer to a snap.
# Each answer is read to its end: apt-cache that finds nobody listening has failed, and with it the pipe.
apt_offers() {
  apt-cache policy "$1" | grep '^ *Candidate: [^(]' >/dev/null && ! apt-cache depends "$1" | grep 'Depends: snapd$' >/dev/null
}

install_otherwise() {
  case "$1" in
    chromium)
      step "Installing Chromium with Playwright, as apt has none"
      PLAYWRIGHT_BROWSERS_PATH=$tools/browsers quietly "$logs/browser-install.log" node "$tools/node_modules/playwright-core/cli.js" install --with-deps chromium ;;
    awscli)
      step "Installing the AWS CLI with pip, as apt has none"
      apt_install python3-venv
      quietly "$logs/aws-install.log" python3 -m venv "$tools/aws"
      quietly "$logs/aws-install.log" "$tools/aws/bin/pip" install --quiet awscli
      mkdir -p "$tools/bin"
      ln -sf ../aws/bin/aws "$tools/bin/aws" ;;
    *) fail "apt has no package '$1' here; install it yourself and start again" ;;
  esac
}

install_npm_tools() {
  local stamp=$tools/.installed want
  want=$(cat eng/tools/package.json eng/tools/package-lock.json | sha256sum)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return 0
  need_node
  step "Installing MailDev, Shaka Packager, the Aspire bundle and the browser driver from npm"
  mkdir -p "$tools"
  cp eng/tools/package.json eng/tools/package-lock.json "$tools/"
  (cd "$tools" && quietly "$logs/npm.log" npm ci --no-audit --no-fund --ignore-scripts)
  printf '%s' "$want" > "$stamp"
}

# The bundle (DCP and dashboard) that the Aspire stand-in drives; the official packages bring their own.
install_aspire_bundle() {
  aspire_is_standin || return 0
  local cli=$tools/node_modules/@microsoft/aspire-cli-linux-x64/bin/aspire
  [ -x "$tools/aspire/bundle/dcp/dcp" ] && return 0
  [ -e "$cli" ] || fail "the npm package @microsoft/aspire-cli-linux-x64 is not there; it exists for x64 Linux only"
  step "Unpacking DCP and the Aspire dashboard"
  chmod +x "$cli"
  quietly "$logs/aspire-setup.log" "$cli" setup --install-path "$tools/aspire" --nologo --non-interactive
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
