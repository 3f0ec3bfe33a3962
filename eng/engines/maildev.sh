#!/usr/bin/env bash
# maildev.sh DIR SMTP_PORT WEB_PORT : a private MailDev; mail is kept in DIR between runs.
set -euo pipefail
. "$(dirname "$0")/common.sh"
dir=$1 smtp=$2 web=$3
maildev=$(cd "$(dirname "$0")/../.." && pwd)/.streamix/tools/node_modules/.bin/maildev
need node
[ -e "$maildev" ] || fail "MailDev is missing; ./streamix doctor says how to install it"
mkdir -p "$dir/mail"
supervise TERM "$dir/pid" node "$maildev" --smtp "$smtp" --ip 127.0.0.1 --web "$web" --web-ip 127.0.0.1 --mail-directory "$dir/mail" --max-emails 1000
