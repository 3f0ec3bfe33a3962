# Building, and skipping it when nothing changed since the last time.

configuration=Release

sources_changed_since() {
  [ -f "$1" ] || return 0
  [ -n "$(find . \( -name bin -o -name obj -o -name .git -o -name .streamix -o -name node_modules -o -name dist -o -name TestResults -o -path ./services/frontend/[!S]\* \) -prune \
    -o -newer "$1" -type f \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name '*.proto' -o -name '*.json' -o -name '*.sln' -o -name '*.html' -o -name '*.js' -o -name '*.css' \) -print -quit)" ]
}

# build TARGET: a project or the solution.
build() {
  local target=$1 stamp began=$SECONDS
  stamp=$state/build/$(basename "$target").stamp
  mkdir -p "$(dirname "$stamp")"
  sources_changed_since "$stamp" || return 0
  step "Building $(basename "$target")"
  touch "$stamp.new"
  # One compiler for all projects, wherever the environment says otherwise: it halves the time. It ends by itself when idle.
  quietly "$logs/build.log" dotnet build "$target" -c "$configuration" -m:2 -v minimal -nologo -p:UseSharedCompilation=true
  mv "$stamp.new" "$stamp"
  say "    built in $((SECONDS - began)) s"
}
