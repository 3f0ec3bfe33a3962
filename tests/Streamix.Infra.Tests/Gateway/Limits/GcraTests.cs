using Streamix.Infra.Gateway.Limits;

namespace Streamix.Infra.Tests.Gateway.Limits;

public sealed class GcraTests
{
    private static readonly LimitRule TenPerSecond = new() { Permits = 10, Window = TimeSpan.FromSeconds(1), Burst = 5 };

    [Fact]
    public void Take_AfterRest_GrantsTheBurstAndNoMore()
    {
        var (grant, arrival) = Gcra.Take(0, 1e9, TenPerSecond, wanted: 8, unused: 0);
        grant.Permits.ShouldBe(5);
        var (next, _) = Gcra.Take(arrival, 1e9, TenPerSecond, wanted: 1, unused: 0);
        next.Permits.ShouldBe(0);
        next.RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Take_Evenly_GrantsTheRate()
    {
        var (arrival, granted) = (0d, 0);
        for (var now = 1e9; now < 1e9 + 10e6; now += 1000)
        {
            (var grant, arrival) = Gcra.Take(arrival, now, TenPerSecond, 1, 0);
            granted += grant.Permits;
        }

        granted.ShouldBe(10 * 10 + 4);
    }

    [Fact]
    public void Take_GivingBack_CountsAsNotTaken()
    {
        var (_, arrival) = Gcra.Take(0, 1e9, TenPerSecond, 5, 0);
        Gcra.Take(arrival, 1e9, TenPerSecond, wanted: 5, unused: 3).Grant.Permits.ShouldBe(3);
    }

    [Fact]
    public void Take_GivingBackTooMuch_NeverExceedsTheBurst() =>
        Gcra.Take(0, 1e9, TenPerSecond, wanted: 100, unused: 1000).Grant.Permits.ShouldBe(5);
}
