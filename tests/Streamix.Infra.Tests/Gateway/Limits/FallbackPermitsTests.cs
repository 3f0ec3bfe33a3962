using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Streamix.Infra.Gateway.Limits;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Limits;

public sealed class FallbackPermitsTests
{
    [Theory]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TimeoutException))]
    public async Task Client_Throws_ThisProcessDecides(Type error)
    {
        var redis = BrokenRedis.Throwing(error);
        await using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        var options = services.GetRequiredService<IOptionsMonitor<LimitsOptions>>();
        options.CurrentValue.Patience = TimeSpan.FromSeconds(10);
        var permits = new FallbackPermits(new RedisPermits(redis.Link, options), new LocalPermits(TimeProvider.System), options, TimeProvider.System, NullLogger<FallbackPermits>.Instance);
        (await permits.TakeAsync("key", new LimitRule { Permits = 10 }, 1, 0)).Permits.ShouldBe(1);
        redis.Asked.ShouldBe(1);
    }
}
