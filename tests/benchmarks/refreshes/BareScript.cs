using System.Diagnostics;
using StackExchange.Redis;
using Streamix.Auth.Session.Families;

namespace Streamix.Benchmarks.Refreshes;

/// <summary>The reference: the same script with the same arguments on the same Redis, and nothing else.</summary>
internal sealed class BareScript(ServiceUnderTest service, int clients) : IAsyncDisposable
{
    private ConnectionMultiplexer _redis = null!;
    private RefreshToken[] _tokens = [];

    public async Task PrepareAsync()
    {
        _redis = await ConnectionMultiplexer.ConnectAsync(service.Redis);
        _tokens = await service.OpenAsync(clients);
    }

    public async Task<long> RunAsync(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, clients).Select(async i =>
        {
            var count = 0L;
            for (; clock.Elapsed < time; count++)
                _tokens[i] = await RotateAsync(_tokens[i]);
            return count;
        }));
        return counts.Sum();
    }

    public ValueTask DisposeAsync() => _redis.DisposeAsync();

    private async Task<RefreshToken> RotateAsync(RefreshToken token)
    {
        var next = new RefreshToken(token.SessionId, Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray());
        var answer = await Script.Refresh.RunAsync(_redis.GetDatabase(),
        [
            "auth-session:", SessionRedis.DenyList, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), 960_000, 604_800_000,
            token.SessionId, token.Hash, next.Hash, token.Seal(next), "client", 1, 1000, "agent", "Benchmark", "address", "203.0.113.7", "cookies", 0,
        ]);
        return answer[0].ToString() == "rotated" ? next : throw new InvalidOperationException($"The script answered {answer[0]}.");
    }
}
