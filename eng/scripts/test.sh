# Every suite, one after another, each with its own summary; then one line for the whole.

test_projects() { find tests -name '*.Tests.csproj' -not -path '*/bin/*' -not -path '*/obj/*' | sort; }

run_tests() {
  local filter="" passed=0 failed=0 skipped=0 broken="" project name log line began=$SECONDS
  while [ $# -gt 0 ]; do
    case "$1" in
      --long) export STREAMIX_LONG=1 ;;
      -*) fail "test does not know '$1'" ;;
      *) filter=$1 ;;
    esac
    shift
  done
  prepare
  install_packages service_needs engine_needs test_needs
  aspire_environment
  build Streamix.sln
  ready_to_run Streamix.sln
  build_frontend
  # What the runtime would learn from watching itself pays later than a test lasts.
  export DOTNET_TieredPGO=0

  for project in $(test_projects); do
    name=$(basename "$project" .csproj)
    step "$name"
    log=$logs/$name.log
    dotnet test "$project" --no-build -c "$configuration" --nologo --logger "trx;LogFileName=$logs/$name.trx" ${filter:+--filter "FullyQualifiedName~$filter"} >"$log" 2>&1 && status=0 || status=$?
    line=$(grep -E '^(Passed|Failed|Skipped)! ' "$log" | tail -n 1 || true)
    if [ -n "$line" ]; then
      say "    $line"
      passed=$((passed + $(count Passed "$line"))) failed=$((failed + $(count Failed "$line"))) skipped=$((skipped + $(count Skipped "$line")))
    fi
    if [ "$status" != 0 ]; then
      grep -vE '^\s*$' "$log" | tail -n 150
      [ -n "$line" ] && [ "$(count Failed "$line")" != 0 ] || broken="$broken $name"
    fi
  done
  run_frontend_tests "$filter"
  run_browser_tests "$filter"

  say "all suites in $((SECONDS - began)) s"
  [ -z "$broken" ] || say "did not run to the end:$broken"
  [ -z "$broken" ] || failed=$((failed + $(wc -w <<<"$broken")))
  say "$passed passed, $failed failed, $skipped skipped"
  [ $((passed + failed)) -gt 0 ] || fail "no test has '$filter' in its name"
  [ "$failed" = 0 ]
}

count() { sed -nE "s/.* $1: +([0-9]+).*/\1/p" <<<" $2" | head -n 1; }

run_browser_tests() {
  [ -f tests/browser/package.json ] || return 0
  [ -z "$1" ] || [ "$1" = browser ] || return 0
  step "browser"
  local log=$logs/browser.log status=0
  # One file that runs them all on one graph, and named with its reporter: what is printed unasked differs between versions of Node.
  CHROMIUM=$(browser) NODE_PATH=$tools/node_modules node --test --test-reporter=tap tests/browser/all.mjs >"$log" 2>&1 || status=$?
  passed=$((passed + $(tap_count pass "$log"))) failed=$((failed + $(tap_count fail "$log"))) skipped=$((skipped + $(tap_count skipped "$log")))
  sed -nE 's/^# (tests|pass|fail|skipped) /    &/p' "$log"
  if [ "$status" != 0 ]; then
    failures_in "$log"
    [ "$(tap_count fail "$log")" != 0 ] || broken="$broken browser"
  fi
}

# Each test that failed, with what it says; without one, how the run ended.
failures_in() {
  if grep -q '^ *not ok' "$1"; then awk '/^ *not ok/ { on = 1 } on { print } /^ *\.\.\.$/ { on = 0 }' "$1" | head -n 400; else tail -n 100 "$1"; fi
}

tap_count() {
  local found
  found=$(sed -nE "s/^# $1 ([0-9]+).*/\1/p" "$2" | tail -n 1)
  echo "${found:-0}"
}
