# Finding and ending what a start left behind. Each process of a start carries STREAMIX_INSTANCE=<this folder> in its environment.

instance_processes() {
  { grep -lzxF "STREAMIX_INSTANCE=$root" /proc/[0-9]*/environ 2>/dev/null || true; } | cut -d/ -f3 | grep -vxF "$$" || true
}

# wait_until_gone SECONDS [enders]
wait_until_gone() {
  local end=$((SECONDS + $1))
  until [ -z "$("${2:-instance_processes}")" ]; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.2
  done
}

apphost_pid() {
  local pid
  pid=$(cat "$state/apphost.pid" 2>/dev/null) || return 0
  if grep -qz 'Streamix.AppHost' "/proc/$pid/cmdline" 2>/dev/null; then echo "$pid"; fi
}

# The AppHost and DCP end the others; without them nobody does.
enders() {
  local pid
  for pid in $(instance_processes); do
    if grep -qzE '(/dcp|Streamix\.AppHost\.dll)$' "/proc/$pid/cmdline" 2>/dev/null; then echo "$pid"; fi
  done
}

down() {
  local pid left
  pid=$(apphost_pid)
  if [ -n "$pid" ]; then
    step "Stopping the platform"
    kill -TERM "$pid"
    wait_until_gone 25 enders || true
    wait_until_gone 1 || true
  fi
  left=$(instance_processes)
  if [ -n "$left" ]; then
    step "Ending $(wc -w <<<"$left") processes that an earlier start left behind"
    # shellcheck disable=SC2086
    kill -TERM $left 2>/dev/null || true
    wait_until_gone 8 || kill -KILL $(instance_processes) 2>/dev/null || true
    wait_until_gone 5 || fail "these processes do not end: $(instance_processes | tr '\n' ' ')"
  elif [ -z "$pid" ]; then
    say "Nothing is running."
  fi
  rm -f "$state/apphost.pid"
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_ports COUNT: so many ports that nobody listens on, below those that the graph chooses from.
free_ports() {
  local found=() port
  while [ "${#found[@]}" -lt "$1" ]; do
    port=$((12000 + RANDOM % 3000))
    if [[ " ${found[*]-} " != *" $port "* ]] && ! port_is_taken "$port"; then found+=("$port"); fi
  done
  echo "${found[*]}"
}

# need_port ADDRESS WHAT
need_port() {
  local port holder
  port=$(sed -nE 's|^[a-z]+://[^/]*:([0-9]+).*|\1|p' <<<"$1")
  port_is_taken "${port:-0}" || return 0
  holder=$(ss -ltnpH "sport = :$port" 2>/dev/null | grep -oE '"[^"]+",pid=[0-9]+' | head -n 1 || true)
  fail "port $port ($2) is taken${holder:+ by $holder}. Stop that program, or start with --ports random."
}
