using Shouldly;
using Xunit;

namespace Streamix.Deploy.Tests.Scripts;

public sealed class ResetTests : IDisposable
{
    private readonly Shell _shell = new();

    public ResetTests()
    {
        _shell.Write(".streamix/data/secrets.json", """
            {
              "postgres-password": "old",
              "volumes": "0a1b2c3d"
            }
            """);
        _shell.Program("docker", """if [ "$*" = "volume ls -q" ]; then printf '%s\n' streamix-0a1b2c3d-postgres streamix-0a1b2c3d-cache streamix-ffffffff-postgres other; fi""");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Reset_DataOfContainers_GoesWithItsSecretsAndNoOther()
    {
        var (code, output) = await _shell.StreamixAsync("reset <<< y");

        code.ShouldBe(0, output);
        _shell.Calls.ShouldContain("docker volume rm streamix-0a1b2c3d-postgres streamix-0a1b2c3d-cache");
        _shell.Has(".streamix/data").ShouldBeFalse();
    }

    [Fact]
    public async Task Reset_NotConfirmed_LeavesAll()
    {
        await _shell.StreamixAsync("reset <<< n");

        _shell.Calls.ShouldBeEmpty();
        _shell.Has(".streamix/data/secrets.json").ShouldBeTrue();
    }

    [Fact]
    public async Task Reset_NoContainerRuntime_SaysWhichVolumesStay()
    {
        var (code, output) = await _shell.StreamixAsync("container_runtime() { :; }; reset <<< y");

        code.ShouldBe(0, output);
        output.ShouldContain("streamix-0a1b2c3d-*");
        _shell.Has(".streamix/data").ShouldBeFalse();
    }
}
