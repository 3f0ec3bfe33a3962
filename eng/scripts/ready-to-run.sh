# Compiles what `up` and the tests run ahead of time, each distinct assembly once for all services; the results are kept by content.
# A service then starts in about half the time (the framework's own assemblies are compiled already).

# ready_to_run TARGET: what was built, the AppHost, the solution or a benchmark.
ready_to_run() {
  [ "$(uname -sm)" = "Linux x86_64" ] || return 0
  local target=$1 stamp=$state/build/$1.ready-to-run.stamp cache=$state/ready-to-run crossgen shared version began=$SECONDS
  if [ -f "$stamp" ] && [ ! "$state/build/$target.stamp" -nt "$stamp" ]; then return 0; fi
  crossgen=$(crossgen_folder) || return 0
  shared=$(dirname "$(dotnet --list-runtimes | sed -nE 's/^Microsoft\.NETCore\.App 10\.[^ ]+ \[(.*)\]/\1/p' | tail -n 1)")
  version=$(dotnet --list-runtimes | sed -nE 's/^Microsoft\.NETCore\.App (10\.[^ ]+) .*/\1/p' | tail -n 1)
  mkdir -p "$cache"

  local list=$state/build/ready-to-run.list
  what_runs "$target" | xargs -d '\n' -r sha256sum | sort > "$list"
  local new
  new=$(cut -c1-64 "$list" | sort -u | while read -r hash; do [ -e "$cache/$hash.dll" ] || [ -e "$cache/$hash.skip" ] || echo "$hash"; done | wc -l)
  [ "$new" = 0 ] || step "Compiling $new assemblies ahead of time"
  export crossgen shared version cache
  awk '!seen[$1]++' "$list" | xargs -d '\n' -r -P 2 -n 8 bash -c 'for line; do compile_ahead "${line:0:64}" "${line:66}"; done' compile
  while read -r hash file; do
    if [ -e "$cache/$hash.dll" ]; then cp "$cache/$hash.dll" "$file"; fi
  done < "$list"
  # What is compiled now is known by its new content too, so that the next round leaves it alone.
  [ "$new" = 0 ] || (cd "$cache" && sha256sum -- *.dll 2>/dev/null | while read -r hash _; do [ -e "$hash.dll" ] || touch "$hash.skip"; done)
  touch "$stamp"
  [ "$new" = 0 ] || say "    compiled in $((SECONDS - began)) s"
}

# Tests run once: they are left as they are, with what drives them. A benchmark has the services that it starts beside it.
what_runs() {
  case "$1" in
    Streamix.Benchmarks.*) find tests/benchmarks -maxdepth 5 -path "tests/benchmarks/*/bin/$configuration/net10.0/*.dll" -printf '%p\n'; return 0 ;;
  esac
  find services tests/samples eng/local-s3 eng/demo -path "*/bin/$configuration/net10.0/*.dll" -not -path '*/ref/*' -not -path '*/runtimes/*' -printf '%p\n'
  find "Streamix.AppHost/bin/$configuration/net10.0" -maxdepth 1 -name '*.dll' -printf '%p\n'
  [ "$1" = Streamix.sln ] || return 0
  find tests -maxdepth 5 -path "tests/Streamix.*/bin/$configuration/net10.0/*.dll" \
    -not -name '*.Tests.dll' -not -name 'xunit*' -not -name 'testhost*' -not -name 'Microsoft.TestPlatform*' -not -name 'Microsoft.VisualStudio*' -printf '%p\n'
}

compile_ahead() {
  local hash=$1 file=$2
  [ -e "$cache/$hash.dll" ] || [ -e "$cache/$hash.skip" ] && return 0
  if "$crossgen/crossgen2" "$file" -o "$cache/$hash.new" -r "$shared/Microsoft.NETCore.App/$version/*.dll" -r "$shared/Microsoft.AspNetCore.App/$version/*.dll" \
      -r "$(dirname "$file")/*.dll" --targetos linux --targetarch x64 -O >"$cache/$hash.log" 2>&1; then
    mv "$cache/$hash.new" "$cache/$hash.dll"; rm -f "$cache/$hash.log"
  else
    # Native, already compiled or referring to what is not there: it runs as it is.
    rm -f "$cache/$hash.new"; touch "$cache/$hash.skip"
  fi
}
export -f compile_ahead

crossgen_folder() {
  local folder
  dotnet restore eng/ready-to-run/Crossgen.csproj --nologo >"$logs/crossgen.log" 2>&1 || { say "    Crossgen could not be restored; services start a little slower" >&2; return 1; }
  folder=$(dotnet msbuild eng/ready-to-run/Crossgen.csproj -t:CrossgenFolder -getTargetResult:CrossgenFolder -nologo | sed -nE 's/.*"FullPath": "([^"]+)".*/\1/p' | head -n 1)/tools
  chmod +x "$folder/crossgen2" || { say "    Crossgen is not where NuGet keeps it; services start a little slower" >&2; return 1; }
  echo "$folder"
}
