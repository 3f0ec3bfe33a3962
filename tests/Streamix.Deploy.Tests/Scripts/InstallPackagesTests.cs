using Shouldly;
using Xunit;

namespace Streamix.Deploy.Tests.Scripts;

public sealed class InstallPackagesTests : IDisposable
{
    private readonly Shell _shell = new();

    public InstallPackagesTests()
    {
        _shell.Program("apt-get", """[ -e policy ] && echo "services stay off" >> "$CALLS"; [ "$1" != "${APT_FAILS:-}" ]""");
        _shell.Program("apt-cache", """[ "$1" = policy ] && echo '  Candidate: 1.0' || true""");
    }

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("install")]
    [InlineData("update")]
    public async Task Policy_HoweverAptEnds_GoesWithIt(string fails)
    {
        _shell.Environment["APT_FAILS"] = fails;

        var (code, _) = await InstallAsync("no-such-program|some-package|a test");

        code.ShouldBe(fails.Length == 0 ? 0 : 1);
        _shell.Calls.ShouldContain("services stay off");
        _shell.Has("policy").ShouldBeFalse();
    }

    [Fact]
    public async Task Policy_OfTheMachine_Stays()
    {
        _shell.Write("policy", "#!/bin/sh\nexit 101\n");

        await InstallAsync("no-such-program|some-package|a test");

        _shell.Has("policy").ShouldBeTrue();
    }

    [Fact]
    public async Task AwsCli_AptHasNone_ComesFromPip()
    {
        _shell.Program("apt-cache", """[ "$1" = policy ] && echo '  Candidate: (none)' || true""");
        _shell.Program("python3", """
            mkdir -p "$3/bin"
            printf '#!/usr/bin/env bash\necho "pip $*" >> "$CALLS"\ntouch "$(dirname "$0")/aws"; chmod +x "$(dirname "$0")/aws"\n' > "$3/bin/pip"
            chmod +x "$3/bin/pip"
            """);

        var (code, output) = await InstallAsync("no-such-aws|awscli|a test", then: "[ -x \"$tools/bin/aws\" ]");

        code.ShouldBe(0, output);
        _shell.Calls.ShouldContain("pip install --quiet awscli");
        _shell.Calls.ShouldNotContain(call => call.StartsWith("apt-get install", StringComparison.Ordinal) && call.Contains("awscli", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chromium_OnlyASnap_ComesFromPlaywright()
    {
        _shell.Program("apt-cache", """[ "$1" = policy ] && echo '  Candidate: 2:1snap1' || echo '  PreDepends: snapd'""");
        _shell.Program("node");

        var (code, output) = await InstallAsync("no-such-browser|chromium|a test");

        code.ShouldBe(0, output);
        _shell.Calls.ShouldContain($"node {_shell.Folder}/.streamix/tools/node_modules/playwright-core/cli.js install --with-deps chromium");
        _shell.Calls.ShouldNotContain(call => call.StartsWith("apt-get install", StringComparison.Ordinal));
    }

    private Task<(int Code, string Output)> InstallAsync(string need, string then = "") => _shell.StreamixAsync($$"""
        policy=$PWD/policy
        id() { echo 0; }
        needs() { echo '{{need}}'; }
        install_packages needs
        {{then}}
        """);
}
