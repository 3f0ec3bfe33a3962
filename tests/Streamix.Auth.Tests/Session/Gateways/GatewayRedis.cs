using Streamix.Testing.Engines;

namespace Streamix.Auth.Tests.Session.Gateways;

/// <summary>A Redis of their own: the deny list has one name for all, and hosts whose clock is years ahead sweep it.</summary>
public sealed class GatewayRedis : IAsyncLifetime
{
    public RedisServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RedisServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
