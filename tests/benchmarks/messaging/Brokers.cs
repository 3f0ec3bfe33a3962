using Streamix.KafkaMock;
using Streamix.Messaging.Kit;
using Streamix.Messaging.Kit.Contract;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Messaging;

/// <summary>The brokers to measure on: RabbitMQ, and librdkafka's mock cluster in a process of its own.</summary>
internal static class Brokers
{
    public static async Task<ITransportUnderTest> RabbitAsync()
    {
        var server = await RabbitServer.SharedAsync();
        return new Broker(await server.CreateVhostAsync(), null);
    }

    public static async Task<ITransportUnderTest> KafkaAsync()
    {
        var mock = await KafkaMockProcess.StartAsync(0, $"{StepTaken.Name}:8");
        return new Broker(mock.BootstrapServers, mock);
    }

    private sealed class Broker(string bus, IAsyncDisposable? owned) : ITransportUnderTest
    {
        public string Bus => bus;

        public bool ReportsUnrouted => false;

        public Task InterruptAsync() => throw new NotSupportedException();

        public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
