# Shared by the engine scripts: each runs one server in the foreground, in a folder of its own, on loopback only.
# The server never outlives its script (parent-death signal), stops in order on SIGTERM, and is started again after a crash.
# With ENGINE_LEASH=stdin the script stops when its standard input closes, so that it cannot outlive a killed starter.

fail() { echo "$(basename "$0"): $*" >&2; exit 1; }

need() { command -v "$1" >/dev/null 2>&1 || [ -x "$1" ] || fail "$1 is missing; ./streamix doctor says how to install it"; }

leash() {
  [ "${ENGINE_LEASH:-}" = stdin ] || return 0
  exec 8<&0 </dev/null
  (trap - TERM INT EXIT; cat <&8 >/dev/null || true; kill -TERM $$ 2>/dev/null) 9>&- &
  exec 8<&-
}

# Called before each start of the server; a script may have something to do then.
before_start() { :; }

# supervise STOP_SIGNAL PIDFILE COMMAND... : run COMMAND, hand it STOP_SIGNAL on our SIGTERM or SIGINT, restart it when it crashes.
supervise() {
  local signal=$1 pidfile=$2 stopping="" crashes=0 started status; shift 2
  trap 'stopping=yes; kill -s '"$signal"' "$child" 2>/dev/null || true' TERM INT
  leash
  while :; do
    started=$SECONDS
    before_start
    setpriv --pdeathsig KILL -- "$@" &
    child=$!
    echo "$child" > "$pidfile"
    status=0; wait "$child" || status=$?
    while kill -0 "$child" 2>/dev/null; do status=0; wait "$child" || status=$?; done
    rm -f "$pidfile"
    if [ -n "$stopping" ]; then return 0; fi
    if [ "$status" = 0 ]; then return 0; fi
    if [ $((SECONDS - started)) -gt 10 ]; then crashes=0; fi
    crashes=$((crashes + 1))
    if [ "$crashes" -gt 5 ]; then fail "the server ended $crashes times in a row, last with exit code $status"; fi
    echo "$(basename "$0"): the server ended with exit code $status; starting it again" >&2
  done
}
