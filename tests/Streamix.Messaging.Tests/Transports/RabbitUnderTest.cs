using Streamix.Messaging.Kit.Contract;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Tests.Transports;

/// <summary>A virtual host of the shared broker. Interrupting it kills the broker with signal 9.</summary>
internal sealed class RabbitUnderTest(RabbitServer server, string bus) : ITransportUnderTest
{
    public string Bus => bus;

    public bool ReportsUnrouted => true;

    public static async Task<ITransportUnderTest> StartAsync()
    {
        var server = await RabbitServer.SharedAsync();
        return new RabbitUnderTest(server, await server.CreateVhostAsync());
    }

    public Task InterruptAsync() => server.KillAndRestartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
