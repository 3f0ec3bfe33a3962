# Sourced by the tools beside it, with the working directory as their cell: limits on memory, processor time, output and
# time on the clock, no network where the kernel allows it, low priority, and an end with the process that started it.
tool=${0##*/}
seconds=0
owner=$PPID
if [ -r ./cell.conf ]; then
  . ./cell.conf
  ulimit -c 0
  [ "$memory_kb" = 0 ] || ulimit -v "$memory_kb"
  ulimit -t "$processor_seconds"
  ulimit -f "$file_blocks"
  # The parent of a process is another one from the moment it is dead: also while nobody has reaped it, and when its id is given away again.
  orphaned() {
    [ -r /proc/$$/status ] || { ! kill -0 "$owner"; return; }
    while read -r key value; do
      if [ "$key" = PPid: ]; then [ "$value" != "$owner" ]; return; fi
    done < /proc/$$/status
  }
  (
    left=$seconds
    while kill -0 $$; do
      [ "$left" -gt 0 ] || : > ./expired
      if [ "$left" -le 0 ] || [ ! -e ./cell.conf ] || orphaned; then kill -KILL $$; exit; fi
      sleep 1
      left=$((left - 1))
    done
  ) </dev/null >/dev/null 2>&1 &
  # Without a network of its own even a demuxer that forgot the whitelist reaches nobody.
  if unshare -r -n true 2>/dev/null; then exec unshare -r -n nice -n "$nice" "$tool" "$@"; fi
  exec nice -n "$nice" "$tool" "$@"
fi
exec "$tool" "$@"
