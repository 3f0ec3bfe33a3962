using System.Net;
using Streamix.Testing.Engines;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>Two gateways before one backend, sharing one Redis.</summary>
internal sealed record GatewayPair(TestBackend Backend, GatewayHost One, GatewayHost Two) : IAsyncDisposable
{
    public static async Task<GatewayPair> StartAsync(Action<GatewaySpec> describe, string redis)
    {
        var backend = await TestBackend.StartAsync();
        var prefix = RedisServer.CreatePrefix();
        Task<GatewayHost> Start() => GatewayHost.StartAsync(g =>
        {
            describe(g);
            g.Serves("test-notes", backend.Address).WithRedis(redis, prefix);
        });
        return new GatewayPair(backend, await Start(), await Start());
    }

    public async Task<IReadOnlyList<HttpStatusCode>> CallAsync(Func<GatewayHost, HttpClient> client, int times)
    {
        var clients = new[] { client(One), client(Two) };
        var calls = Enumerable.Range(0, times).Select(i => clients[i % 2].GetAsync("/api/v1/notes/1"));
        return [.. (await Task.WhenAll(calls)).Select(r => r.StatusCode)];
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Two.DisposeAsync();
        await Backend.DisposeAsync();
    }
}
