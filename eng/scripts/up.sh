# Starting the platform.

prepare() {
  mkdir -p "$state" "$logs"
  need_disk
  need_dotnet
  choose_standins
  install_packages native_needs
  install_npm_tools
  install_aspire_bundle
}

# Where DCP and the dashboard are, for whatever starts a graph.
aspire_environment() {
  export ASPIRE_ALLOW_UNSECURED_TRANSPORT=true DcpPublisher__WaitForResourceCleanup=true
  if aspire_is_standin; then
    export DcpPublisher__CliPath=$tools/aspire/bundle/dcp/dcp DcpPublisher__DashboardPath=$tools/aspire/bundle/managed/aspire-managed
  fi
}

# apphost_environment fixed|random: where the dashboard, telemetry and the dashboard's resources listen. The graph's own ports are the AppHost's affair.
apphost_environment() {
  local dashboard=15000 telemetry=19000 resources=20000
  aspire_environment
  if [ "$1" = random ]; then read -r dashboard telemetry resources < <(free_ports 3); fi
  export DOTNET_ENVIRONMENT=${DOTNET_ENVIRONMENT:-Development} ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
  export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://localhost:$dashboard}
  export ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL=${ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL:-http://localhost:$telemetry}
  export ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL=${ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL:-http://localhost:$resources}
}

up() {
  local options=() ports=fixed backing="" only="" vite="" demo=true began=$SECONDS
  while [ $# -gt 0 ]; do
    case "$1" in
      --sample) if [[ "${2:-}" =~ ^[0-9]+$ ]]; then options+=(--sample "$2"); shift; else options+=(--sample true); fi ;;
      --vite) options+=(--vite true); vite=1 ;;
      --demo) demo=true ;;
      --no-demo) demo=false ;;
      --only|--backing|--ports|--data|--admin) [ $# -gt 1 ] || fail "$1 takes a value"; options+=("$1" "$2"); [ "$1" = --ports ] && ports=$2; [ "$1" = --backing ] && backing=$2; [ "$1" = --only ] && only=$2; shift ;;
      *) usage >&2; fail "up does not know '$1'" ;;
    esac
    shift
  done

  if [ -n "$(apphost_pid)" ]; then fail "the platform runs already (process $(apphost_pid)); ./streamix down stops it"; fi
  if [ -n "$(instance_processes)" ]; then down; fi
  prepare
  install_packages service_needs
  if [ "$backing" = containers ]; then
    [ -n "$(container_runtime)" ] || fail "--backing containers needs Docker or Podman, and neither answers; without it the platform runs on plain processes"
  elif [ "$backing" = processes ] || [ -z "$(container_runtime)" ]; then
    install_packages engine_needs
  fi
  apphost_environment "$ports"
  need_port "$ASPNETCORE_URLS" "the dashboard"
  need_port "$ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL" "telemetry"
  need_port "$ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL" "the dashboard's resources"
  build Streamix.AppHost/Streamix.AppHost.csproj
  ready_to_run Streamix.AppHost.csproj
  case ",${only:-frontend}," in *,frontend,*) if [ -n "$vite" ]; then install_frontend; else build_frontend; fi ;; esac
  step "Starting (Ctrl-C stops everything)"
  echo $$ > "$state/apphost.pid"
  # Only now: a compiler server that the build left behind is no part of the platform.
  export STREAMIX_INSTANCE=$root
  exec dotnet "Streamix.AppHost/bin/$configuration/net10.0/Streamix.AppHost.dll" --progress true --demo "$demo" "${options[@]}"
}
