# Which packages does this machine's registry lack? Asked by really restoring them all; the answer is eng/standins.props.

standins_file=$root/eng/standins.props

aspire_is_standin() { grep -q '[;>]Aspire.Hosting.AppHost[;<]' "$standins_file" 2>/dev/null; }

standin_candidates() { for project in eng/standins/*/*.csproj; do basename "$project" .csproj; done | sort; }

choose_standins() {
  local want probe missing="" round found
  want=$( { cat Directory.Packages.props eng/standins/NeededBy.props; standin_candidates; } | sha256sum | cut -c1-16)
  if [ -n "${STREAMIX_STANDINS:-}" ]; then return 0; fi
  grep -q "$want" "$standins_file" 2>/dev/null && return 0

  step "Asking the package registry which of the official packages it has"
  probe=$state/probe
  rm -rf "$probe"; mkdir -p "$probe"
  for round in 1 2 3 4 5 6; do
    write_probe "$probe" "$missing"
    if dotnet restore "$probe/probe.csproj" --nologo >"$logs/probe-$round.log" 2>&1; then
      write_standins "$want" "$missing"
      return 0
    fi
    # Absent, or there in other versions only.
    found=$(sed -nE -e 's/.*(Unable to find package|depends on) (MimeKit|System\.Security\.Cryptography\.Pkcs).*/MailKit\nMimeKit/p' \
      -e 's/.*NU110[123]: Unable to find package ([A-Za-z0-9_.]*[A-Za-z0-9_]).*/\1/p' -e 's/.*NU1603: (Warning As Error: )?probe depends on ([A-Za-z0-9_.]+) .*/\2/p' \
      "$logs/probe-$round.log" | sort -u | comm -12 - <(standin_candidates))
    if [ -z "$found" ]; then
      grep -E 'error' "$logs/probe-$round.log" | head -n 5 >&2
      fail "the package registry did not answer, or lacks a package that has no stand-in (all of its output: .streamix/logs/probe-$round.log)"
    fi
    missing=$(printf '%s\n%s\n' "$missing" "$found" | sed '/^$/d' | sort -u)
  done
  fail "the package registry gave a different answer six times (see .streamix/logs/probe-*.log)"
}

# A project outside the solution's own rules that references every candidate still thought to be there.
write_probe() {
  local folder=$1 missing=$2 id version
  {
    echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit><WarningsAsErrors>NU1603</WarningsAsErrors>'
    echo '<ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally><RestoreDisableParallel>false</RestoreDisableParallel></PropertyGroup><ItemGroup>'
    for id in $(standin_candidates); do
      grep -qxF "$id" <<<"$missing" && continue
      version=$(package_version "$id")
      [ -n "$version" ] && echo "<PackageReference Include=\"$id\" Version=\"$version\" />"
      # As the central versions pin it: what MimeKit names exactly may be absent.
      [ "$id" = MimeKit ] && echo "<PackageReference Include=\"System.Security.Cryptography.Pkcs\" Version=\"$(package_version System.Security.Cryptography.Pkcs)\" />"
    done
    echo '</ItemGroup></Project>'
  } > "$folder/probe.csproj"
  for name in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' > "$folder/$name"; done
}

package_version() {
  local version
  version=$(sed -nE "s|.*<PackageVersion Include=\"$1\" Version=\"([^\"]+)\".*|\1|p" Directory.Packages.props | head -n 1)
  case "$version" in
    '$('*) sed -nE "s|.*<${version:2:-1}>([^<]+)<.*|\1|p" Directory.Packages.props | head -n 1 ;;
    *) echo "$version" ;;
  esac
}

write_standins() {
  local want=$1 missing
  missing=$(printf '%s' "$2" | tr '\n' ';')
  {
    echo "<!-- Written by ./streamix ($want) after trying to restore each package; delete it to have them tried again. -->"
    echo "<Project><PropertyGroup><StandIns>$missing</StandIns></PropertyGroup></Project>"
  } > "$standins_file"
  if [ -n "$missing" ]; then say "    $(printf '%s' "$2" | wc -w) packages are absent; their stand-ins in eng/standins take their place"; fi
}
