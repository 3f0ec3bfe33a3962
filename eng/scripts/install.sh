# Installs what is missing: packages of the system, tools from npm.

policy=/usr/sbin/policy-rc.d

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
