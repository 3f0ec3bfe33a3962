using Shouldly;
using Streamix.AppHost.Restarts;
using Xunit;

namespace Streamix.Platform.Tests.Restarts;

public sealed class RestartPaceTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Fact]
    public void Next_CrashesInARow_WaitsEverLongerUpToTheLimit()
    {
        var pace = new RestartPace();

        Enumerable.Range(0, RestartPace.MostInARow).Select(_ => pace.Next(Soon)!.Value.TotalSeconds).ShouldBe([0.5, 1, 2, 4, 8, 16, 30, 30]);
    }

    [Fact]
    public void Next_TooManyInARow_StaysDown()
    {
        var pace = new RestartPace();
        for (var crash = 0; crash < RestartPace.MostInARow; crash++) pace.Next(Soon).ShouldNotBeNull();

        pace.Next(Soon).ShouldBeNull();
    }

    [Fact]
    public void Next_AfterAGoodRun_BeginsAnew()
    {
        var pace = new RestartPace();
        for (var crash = 0; crash < 2 * RestartPace.MostInARow; crash++) pace.Next(Soon);

        pace.Next(RestartPace.GoodRun)!.Value.TotalSeconds.ShouldBe(0.5);
        pace.InARow.ShouldBe(1);
    }
}
