# How the script speaks: one line per step, errors on stderr with what to do about them.

if [ -t 1 ]; then bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'; else bold="" dim="" red="" green="" plain=""; fi

say() { printf '%s\n' "$*"; }
step() { printf '%s==>%s %s\n' "$bold" "$plain" "$*"; }
fail() { printf '%sstreamix: %s%s\n' "$red" "$*" "$plain" >&2; exit 1; }

# quietly LOG COMMAND...: keep the output in a file, show it only when the command fails.
quietly() {
  local log=$1; shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "this failed: $* (all of its output: ${log#"$root"/})"
  fi
}
