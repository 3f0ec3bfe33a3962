using Shouldly;
using Streamix.ServiceDefaults.Messaging.Consuming;

namespace Streamix.Messaging.Tests.Consuming;

public sealed class BackoffTests
{
    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), new Random(1));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(6, 20)]
    [InlineData(5000, 20)]
    public void Delay_after_a_failure_Is_exponential_with_jitter_and_a_limit(int failure, int seconds) =>
        _backoff.Delay(failure).TotalSeconds.ShouldBeInRange(seconds * 0.5, seconds * 1.5);

    [Fact]
    public void Delays_of_one_failure_Differ() =>
        Enumerable.Range(0, 10).Select(_ => _backoff.Delay(3)).Distinct().Count().ShouldBeGreaterThan(5);

    [Fact]
    public void Reset_Begins_anew()
    {
        for (var i = 0; i < 5; i++)
            _backoff.Next();
        _backoff.Reset();
        _backoff.Next().TotalSeconds.ShouldBeLessThan(2);
    }
}
