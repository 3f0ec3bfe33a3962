# bench, reset, manifest, migration.

bench() {
  local project
  if [ $# = 0 ]; then
    say "Benchmarks:"
    for project in tests/benchmarks/*/*.csproj tests/benchmarks/*/*.mjs; do say "  $(basename "$(dirname "$project")")"; done
    return 0
  fi
  if [ "$1" = newcomer ]; then bench_newcomer; return; fi
  if [ -f "tests/benchmarks/$1/$1.mjs" ]; then bench_pages "tests/benchmarks/$1/$1.mjs"; return; fi
  project=$(compgen -G "tests/benchmarks/$1/*.csproj" || true)
  [ -n "$project" ] || { bench; fail "there is no benchmark '$1'"; }
  prepare
  install_packages service_needs engine_needs bench_needs
  if [ "$1" = firstframe ]; then install_packages test_needs; CHROMIUM=$(browser); export CHROMIUM; fi
  aspire_environment
  # These measure what "up" runs.
  if [ "$1" = startup ] || [ "$1" = registrations ]; then build Streamix.AppHost/Streamix.AppHost.csproj; ready_to_run Streamix.AppHost.csproj; fi
  # This one starts all that "up" does.
  if [ "$1" = registrations ]; then build_frontend; fi
  build "$project"
  case "$1" in starts | heartbeats | viewers | firstframe) ready_to_run "$(basename "$project")" ;; esac
  shift
  dotnet run --project "$project" -c "$configuration" --no-build -- "$@"
}

# bench_pages FILE: what is measured in a browser, on the whole platform.
bench_pages() {
  prepare
  install_packages service_needs engine_needs test_needs
  aspire_environment
  build Streamix.AppHost/Streamix.AppHost.csproj
  ready_to_run Streamix.AppHost.csproj
  build_frontend
  CHROMIUM=$(browser) NODE_PATH=$tools/node_modules node "$1"
}

# From "./streamix up" to a film that plays, as a newcomer comes to it; what the platform says carries the time since the command.
bench_newcomer() {
  local log=$logs/newcomer.log began healthy data=$state/newcomer status=0
  [ -z "$(apphost_pid)" ] || fail "the platform runs; ./streamix down stops it"
  mkdir -p "$logs"
  rm -rf "$data"
  began=$(date +%s%3N)
  : >"$log"
  ./streamix up --backing processes --data "$data" >"$log" 2>&1 &
  trap './streamix down >/dev/null 2>&1' EXIT
  tail -n +1 -f --pid=$! "$log" | while IFS= read -r line; do
    printf '%7.1f s  %s\n' "$(($(date +%s%3N) - began))e-3" "$line"
    case "$line" in *"all healthy in"*) break ;; esac
  done || true
  grep -q 'all healthy in' "$log" || fail "the platform did not start (all of its output: ${log#"$root"/})"
  healthy=$(date +%s%3N)
  install_packages test_needs
  trap './streamix down >/dev/null 2>&1' EXIT # the installation took its place
  STREAMIX_GRAPH=$log STREAMIX_GRAPH_DATA=$data CHROMIUM=$(browser) NODE_PATH=$tools/node_modules node tests/benchmarks/newcomer/newcomer.mjs "$began" "$healthy" || status=$?
  grep -E '^ *Sign in at' "$log" | sed -E 's/(password ).*( \(|$)/\1…\2/' || true
  return "$status"
}

reset() {
  local answer
  [ -z "$(instance_processes)" ] || fail "the platform runs; ./streamix down stops it"
  read -r -p "This deletes every database, object, queue, mail and secret of the local platform (.streamix/data). Go on? [y/N] " answer || true
  case "$answer" in
    y|Y|yes) remove_volumes; rm -rf "$state/data" "$state/test"; say "Deleted." ;;
    *) say "Nothing was deleted." ;;
  esac
}

# What containers keep. The volumes carry an id that lies beside the secrets.
remove_volumes() {
  local id runtime volumes
  id=$(sed -nE 's/.*"volumes": *"([^"]+)".*/\1/p' "$state/data/secrets.json" 2>/dev/null || true)
  [ -n "$id" ] || return 0
  runtime=$(container_runtime)
  if [ -z "$runtime" ]; then
    say "No container runtime answers: the volumes streamix-$id-* stay until you remove them. The next start makes new ones."
    return 0
  fi
  volumes=$("$runtime" volume ls -q | grep "^streamix-$id-" || true)
  # shellcheck disable=SC2086
  [ -z "$volumes" ] || quietly "$logs/volumes.log" "$runtime" volume rm $volumes
}

manifest() {
  local file=${1:-deploy/aspire-manifest.json}
  prepare
  build Streamix.AppHost/Streamix.AppHost.csproj
  dotnet "Streamix.AppHost/bin/$configuration/net10.0/Streamix.AppHost.dll" --publisher manifest --output-path "$file"
  if [ "$file" = deploy/aspire-manifest.json ]; then
    build deploy/Streamix.Deploy/Streamix.Deploy.csproj
    dotnet "deploy/Streamix.Deploy/bin/$configuration/net10.0/Streamix.Deploy.dll" picture "$file" README.md
  fi
}

migration() {
  [ "${1:-}" = add ] && [ $# = 3 ] || fail "say: ./streamix migration add SERVICE NAME (for example: ./streamix migration add Streamix.Users.Profile AddAvatars)"
  local project context
  project=$(find services tests/samples -name "$2.csproj" | head -n 1)
  [ -n "$project" ] || fail "there is no service '$2'"
  context=$(grep -rhA1 --include='*.cs' '^\[Database(' "$(dirname "$project")" | sed -nE 's/.* class ([A-Za-z]+).*/\1/p')
  [ -n "$context" ] || fail "$2 has no [Database(…)] context"
  prepare
  quietly "$logs/tool-restore.log" dotnet tool restore
  build eng/design-time/Streamix.DesignTime.csproj
  dotnet ef migrations add "$3" --no-build --configuration "$configuration" --project "$project" --startup-project eng/design-time --context "$context" --output-dir Data/Migrations
}
