using System.Collections.Concurrent;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Auth.Tests.Session;

/// <summary>The sessions' Redis is killed with -9 while clients refresh.</summary>
public sealed class RedisLossTests
{
    [Fact]
    public async Task Redis_KilledInTheMiddle_LosesNoRotationThatWasAcknowledged()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = new SessionHost(await Stores.CreateAsync(redis)) { Settings = { ["Session:Grace"] = "00:01:00", ["Session:RotationsPerGrace"] = "100000" } };
        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.OpenAsync()));
        using var enough = new CancellationTokenSource();
        var (refused, refreshed) = (new ConcurrentBag<string>(), 0);
        var clients = opened.Select(async o =>
        {
            var (client, token) = (host.Client(), o.RefreshToken);
            while (!enough.IsCancellationRequested)
            {
                using var answer = await client.RefreshAsync(token);
                if (answer.StatusCode == HttpStatusCode.Unauthorized)
                {
                    refused.Add(await answer.Content.ReadAsStringAsync());
                    return token;
                }

                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    token = (await answer.ShouldBeAsync(200)).Text("refreshToken");
                    Interlocked.Increment(ref refreshed);
                }
                else
                {
                    answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, host.Failures.ToString());
                    answer.Headers.RetryAfter.ShouldNotBeNull();
                    await Task.Delay(20);
                }
            }

            return token;
        }).ToList();

        for (var kills = 0; kills < 3; kills++)
        {
            var before = Volatile.Read(ref refreshed);
            await Until.TrueAsync(() => Volatile.Read(ref refreshed) > before + 100, "refreshes go through");
            await redis.KillAndRestartAsync();
        }

        var last = Volatile.Read(ref refreshed);
        await Until.TrueAsync(() => Volatile.Read(ref refreshed) > last + 100, "refreshes go through again");
        await enough.CancelAsync();
        var tokens = await Task.WhenAll(clients);

        refused.ShouldBeEmpty();
        foreach (var token in tokens)
            await host.Client().RefreshedAsync(token);
    }

    [Fact]
    public async Task Redis_Away_Is503AndTheSessionGoesOnAfterwards()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        var stores = await Stores.CreateAsync(redis);
        await using var host = new SessionHost(stores);
        var opened = await host.OpenAsync();
        await using (var away = new SessionHost(stores with { Redis = "127.0.0.1:1,abortConnect=false" }))
        {
            var answer = await away.Client().RefreshAsync(opened.RefreshToken);
            await answer.ShouldBeAsync(503);
            answer.Headers.RetryAfter.ShouldNotBeNull();
            await (await away.Client().GetAsync("/.well-known/jwks.json")).ShouldBeAsync(200);
        }

        await host.Client().RefreshedAsync(opened.RefreshToken);
    }

    /// <summary>With a token and without: the edge takes away what it cannot check while the store is away.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignOut_WhileRedisIsAway_Is503AndKeepsTheCookies(bool shown)
    {
        var stores = await Stores.CreateAsync();
        await using var host = new SessionHost(stores);
        var opened = await host.OpenAsync();
        await using var away = new SessionHost(stores with { Redis = "127.0.0.1:1,abortConnect=false" });

        var answer = await away.Client().PostAsJsonAsync("/session/sign-out", new { refreshToken = shown ? opened.RefreshToken : null });

        await answer.ShouldBeAsync(503);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }
}
