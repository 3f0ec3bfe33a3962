using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Streamix.Infra.Gateway.Sessions;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class RevocationFeedTests
{
    /// <summary>A background service that throws ends the whole gateway.</summary>
    [Theory]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TimeoutException))]
    public async Task Client_ThrowsAnything_IsAskedAgain(Type error)
    {
        var redis = BrokenRedis.Throwing(error);
        var options = Options.Create(new SessionsOptions { Poll = TimeSpan.FromMilliseconds(1) });
        using var feed = new RevocationFeed(redis.Link, new DenyList(options, TimeProvider.System), options, TimeProvider.System, NullLogger<RevocationFeed>.Instance);
        await feed.StartAsync(CancellationToken.None);
        await Until.TrueAsync(() => redis.Asked > 3, "it is asked again");
        feed.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await feed.StopAsync(CancellationToken.None);
    }
}
