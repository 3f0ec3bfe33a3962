# The apps of people, an npm workspace beside the services; and the API's document, which their client is made from.

frontend=$root/services/frontend

# What the lock names, when it names something else than the last time.
install_frontend() {
  local stamp=$frontend/node_modules/.streamix-installed want
  want=$(cat "$frontend/package-lock.json" "$frontend"/package.json "$frontend"/*/package.json | sha256sum)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return 0
  need_node
  step "Installing what the web app and the admin tool are built with from npm"
  (cd "$frontend" && quietly "$logs/frontend-install.log" npm ci --ignore-scripts --no-audit --no-fund)
  printf '%s' "$want" > "$stamp"
}

frontend_changed_since() {
  [ -f "$1" ] && [ -f "$frontend/web-app/dist/index.html" ] && [ -f "$frontend/admin-tool/dist/index.html" ] || return 0
  [ -n "$(find "$frontend" \( -name node_modules -o -name dist -o -name generated -o -name 'Streamix.*' \) -prune \
    -o -newer "$1" -type f -not -name '*.tsbuildinfo' -print -quit)" ]
}

build_frontend() {
  [ -f "$frontend/package.json" ] || return 0
  install_frontend
  local stamp=$state/build/frontend.stamp log=$logs/frontend-build.log began=$SECONDS
  mkdir -p "$(dirname "$stamp")"
  frontend_changed_since "$stamp" || return 0
  step "Building the web app and the admin tool"
  touch "$stamp.new"
  if ! (cd "$frontend" && npm run build 2>&1) | tee "$log" | sed -unE 's|^> @streamix/([a-z-]+)[^ ]* ([a-z]+)$|    \1: \2|p'; then
    tail -n 60 "$log" >&2
    fail "the web app and the admin tool could not be built (all of its output: ${log#"$root"/})"
  fi
  mv "$stamp.new" "$stamp"
  say "    built in $((SECONDS - began)) s"
}

# Types, then every component's tests; counted with the other suites.
run_frontend_tests() {
  [ -f "$frontend/package.json" ] || return 0
  [ -z "$1" ] || [ "$1" = frontend ] || return 0
  step "frontend"
  local log=$logs/frontend.log results=$logs/frontend.json status=0 counts=(0 0 0)
  rm -f "$results"
  (cd "$frontend" && npm run typecheck && npx vitest run --reporter=default --reporter=json --outputFile.json="$results") >"$log" 2>&1 || status=$?
  if [ -f "$results" ]; then
    read -ra counts <<<"$(node -p '
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(require("fs").readFileSync(process.argv[1]));
      [numPassedTests, numFailedTests, numPendingTests + numTodoTests].join(" ")' "$results")"
  fi
  passed=$((passed + counts[0])) failed=$((failed + counts[1])) skipped=$((skipped + counts[2]))
  say "    ${counts[0]} passed, ${counts[1]} failed, ${counts[2]} skipped"
  if [ "$status" != 0 ]; then
    tail -n 150 "$log"
    [ "${counts[1]}" != 0 ] || broken="$broken frontend"
  fi
}

# api [--check]: takes the document from the platform that runs, or from one that is started for it.
api() {
  local document=$frontend/api/openapi.json target=$state/test/openapi.json
  case "${1:-}" in
    "") target=$document ;;
    --check) ;;
    *) usage >&2; fail "api does not know '$1'" ;;
  esac
  mkdir -p "$state/test" "$logs"
  if [ -n "$(apphost_pid)" ] && port_is_taken 8080; then
    take_document http://localhost:8080 "$target"
  else
    document_of_own_graph "$target"
  fi
  if [ "$target" = "$document" ]; then say "${document#"$root"/} is what the gateway says."; return 0; fi
  diff -u "$document" "$target" || fail "${document#"$root"/} is not what the gateway says; ./streamix api writes it anew"
  say "${document#"$root"/} is up to date."
}

# A service that has just started takes a while to write its part.
take_document() {
  local end=$((SECONDS + 90))
  need_node
  until node "$frontend/api/fetch-document.mjs" "$1" "$2" >"$logs/api.log" 2>&1; do
    [ "$SECONDS" -lt "$end" ] || { cat "$logs/api.log" >&2; fail "the gateway at $1 has no whole document"; }
    sleep 1
  done
}

document_of_own_graph() {
  local log=$logs/api-graph.log pid gateway="" end
  own=$state/test/api
  prepare
  install_packages service_needs engine_needs
  apphost_environment random
  build Streamix.AppHost/Streamix.AppHost.csproj
  ready_to_run Streamix.AppHost.csproj
  step "Starting the services for their document"
  rm -rf "$own"
  mkdir -p "$own"
  : > "$log"
  trap end_own_graph EXIT
  STREAMIX_INSTANCE=$own dotnet "Streamix.AppHost/bin/$configuration/net10.0/Streamix.AppHost.dll" --progress true --backing processes --ports random \
    --data "$own/data" --only "$(routed_clusters)" >"$log" 2>&1 &
  pid=$!
  echo "$pid" > "$own/apphost.pid"
  end=$((SECONDS + 300))
  until gateway=$(sed -nE 's/^ +infra-gateway +(http[^ ]+)$/\1/p' "$log" | head -n 1); [ -n "$gateway" ]; do
    if ! kill -0 "$pid" 2>/dev/null || [ "$SECONDS" -ge "$end" ]; then tail -n 40 "$log" >&2; fail "the services did not start (all of the output: ${log#"$root"/})"; fi
    sleep 0.5
  done
  take_document "$gateway" "$1"
  end_own_graph
  trap - EXIT
}

# Every cluster that the gateway has routes of, but those without an API.
routed_clusters() {
  local file cluster clusters=infra
  for file in services/infra/Streamix.Infra.Gateway/Routes/*.json; do
    cluster=$(basename "$file" .json)
    case "$cluster" in frontend | sample) ;; *) clusters=$clusters,$cluster ;; esac
  done
  echo "$clusters"
}

end_own_graph() { (root=$own; state=$own; down) >"$logs/api-down.log" 2>&1; rm -rf "$own"; }
