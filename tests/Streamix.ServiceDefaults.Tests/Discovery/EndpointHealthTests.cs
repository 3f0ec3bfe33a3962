using Streamix.ServiceDefaults.Discovery;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Discovery;

public sealed class EndpointHealthTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Unreachable_IsOutAtOnceAndComesBack()
    {
        var health = Health();
        health.Failed(unreachable: true);
        health.IsOut.ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(2));
        health.IsOut.ShouldBeFalse();
    }

    [Fact]
    public void Failing_IsOutAfterThreeInARow()
    {
        var health = Health();
        health.Failed(unreachable: false);
        health.Failed(unreachable: false);
        health.IsOut.ShouldBeFalse();
        health.Failed(unreachable: false);
        health.IsOut.ShouldBeTrue();
    }

    [Fact]
    public void Success_ForgetsFailures()
    {
        var health = Health();
        health.Failed(unreachable: false);
        health.Failed(unreachable: false);
        health.Succeeded();
        health.Failed(unreachable: false);
        health.IsOut.ShouldBeFalse();
    }

    [Fact]
    public void TimeOut_DoublesUpToALimit()
    {
        var health = Health();
        foreach (var seconds in (int[])[2, 4, 8, 16, 32, 60, 60])
        {
            health.Failed(unreachable: true);
            _time.Advance(TimeSpan.FromSeconds(seconds - 1));
            health.IsOut.ShouldBeTrue($"{seconds} s");
            _time.Advance(TimeSpan.FromSeconds(1));
            health.IsOut.ShouldBeFalse($"{seconds} s");
        }
    }

    private EndpointHealth Health() => new(new EjectionOptions(), _time);
}
