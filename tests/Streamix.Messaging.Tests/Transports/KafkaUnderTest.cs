using Streamix.KafkaMock;
using Streamix.Messaging.Kit.Contract;

namespace Streamix.Messaging.Tests.Transports;

/// <summary>A mock cluster of its own, in memory. Interrupting it cuts all connections for a while.</summary>
internal sealed class KafkaUnderTest(MockCluster cluster) : ITransportUnderTest
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    public string Bus => cluster.BootstrapServers;

    public bool ReportsUnrouted => false;

    public static Task<ITransportUnderTest> StartAsync() => Task.FromResult<ITransportUnderTest>(new KafkaUnderTest(MockCluster.Start()));

    public async Task InterruptAsync()
    {
        cluster.SetBroker(1, up: false);
        await Task.Delay(Outage);
        cluster.SetBroker(1, up: true);
    }

    public ValueTask DisposeAsync()
    {
        cluster.Dispose();
        return ValueTask.CompletedTask;
    }
}
