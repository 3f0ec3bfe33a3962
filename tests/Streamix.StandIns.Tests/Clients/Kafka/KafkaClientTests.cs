using System.Diagnostics;
using System.Text;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Streamix.KafkaMock;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Kafka;

public sealed class KafkaClientTests : IDisposable
{
    private readonly MockCluster _cluster = MockCluster.Start(brokers: 3);

    public KafkaClientTests() => _cluster.CreateTopic("news", partitions: 4);

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public async Task ProduceAndConsume_KeysHeadersAndOrder_Survive()
    {
        using var host = Clients(_cluster.BootstrapServers);
        var producer = host.Services.GetRequiredService<IProducer<string, string>>();
        for (var i = 0; i < 200; i++)
            await producer.ProduceAsync("news", new Message<string, string> { Key = $"k{i % 5}", Value = $"{i}", Headers = [new Header("n", Encoding.UTF8.GetBytes($"{i}"))] });

        var received = Consume(host.Services.GetRequiredService<IConsumer<string, string>>(), 200);

        received.GroupBy(m => m.Message.Key).Select(g => g.Select(m => int.Parse(m.Message.Value))).ShouldAllBe(values => values.SequenceEqual(values.Order()));
        received.ShouldAllBe(m => Encoding.UTF8.GetString(m.Message.Headers.GetLastBytes("n")) == m.Message.Value);
        received.Select(m => m.Message.Value).Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public async Task Consume_AfterCommitAndRestart_GoesOnWhereItStood()
    {
        using (var host = Clients(_cluster.BootstrapServers))
        {
            var producer = host.Services.GetRequiredService<IProducer<string, string>>();
            for (var i = 0; i < 20; i++) await producer.ProduceAsync(new TopicPartition("news", 0), new Message<string, string> { Key = "k", Value = $"{i}" });
            var consumer = host.Services.GetRequiredService<IConsumer<string, string>>();
            Consume(consumer, 7);
            consumer.Commit();
            consumer.Close();
        }

        using var next = Clients(_cluster.BootstrapServers);
        Consume(next.Services.GetRequiredService<IConsumer<string, string>>(), 13).Select(m => m.Message.Value).ShouldBe(Enumerable.Range(7, 13).Select(i => $"{i}"));
    }

    [Fact]
    public async Task Produce_InsideAnActivity_ConsumerIsLinkedToIt()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "OpenTelemetry.Instrumentation.ConfluentKafka",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var host = Clients(_cluster.BootstrapServers);

        await host.Services.GetRequiredService<IProducer<string, string>>().ProduceAsync("traced", new Message<string, string> { Key = "k", Value = "v" });
        Consume(host.Services.GetRequiredService<IConsumer<string, string>>(), 1, "traced");

        var published = spans.Single(s => s.OperationName == "traced publish");
        spans.Single(s => s.OperationName == "traced receive").Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(published.SpanId);
    }

    [Fact]
    public async Task Process_KilledAndStartedAgain_ProducerFindsItsNewBroker()
    {
        var port = Streamix.Testing.Engines.FreePorts.Take();
        await using var first = await KafkaMockProcess.StartAsync(port, "news:1");
        using var host = Clients(first.BootstrapServers);
        var producer = host.Services.GetRequiredService<IProducer<string, string>>();
        await producer.ProduceAsync("news", new Message<string, string> { Key = "k", Value = "before" });

        await first.KillAsync();
        await using var second = await KafkaMockProcess.StartAsync(port, "news:1");

        var stored = await producer.ProduceAsync("news", new Message<string, string> { Key = "k", Value = "after" }).WaitAsync(TimeSpan.FromSeconds(30));
        stored.Status.ShouldBe(PersistenceStatus.Persisted);
    }

    [Fact]
    public async Task Health_BrokerThereAndAway_IsTold()
    {
        using var there = Clients(_cluster.BootstrapServers);
        using var away = Clients("127.0.0.1:1");

        (await there.CheckHealthAsync()).Entries.ToDictionary(e => e.Key, e => e.Value.Status).ShouldBe(
            new Dictionary<string, HealthStatus> { ["Aspire.Confluent.Kafka.Producer"] = HealthStatus.Healthy, ["Aspire.Confluent.Kafka.Consumer"] = HealthStatus.Healthy }, ignoreOrder: true);
        (await away.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public void Clients_ConfigurationAndKeys_AreTheirOwn()
    {
        const string section = "Aspire:Confluent:Kafka";
        var builder = Hosts.Builder(("ConnectionStrings:bus", _cluster.BootstrapServers), ($"{section}:Producer:bus:Config:ClientId", "from-section"), ($"{section}:Producer:Config:Acks", "All"));
        ProducerConfig? seen = null;
        builder.AddKeyedKafkaProducer<string, string>("bus", settings => seen = settings.Config);
        builder.AddKafkaConsumer<string, string>("nobody");
        using var host = builder.Build();

        host.Services.GetRequiredKeyedService<IProducer<string, string>>("bus").Name.ShouldStartWith("from-section");
        seen.ShouldNotBeNull().Acks.ShouldBe(Acks.All);
        Should.Throw<InvalidOperationException>(host.Services.GetRequiredService<IConsumer<string, string>>).Message.ShouldBe("No bootstrap servers configured.");
    }

    private static IHost Clients(string servers)
    {
        var builder = Hosts.Builder(("ConnectionStrings:bus", servers));
        builder.AddKafkaProducer<string, string>("bus", settings => settings.Config.EnableIdempotence = true);
        builder.AddKafkaConsumer<string, string>("bus", settings =>
        {
            settings.Config.GroupId = "readers";
            settings.Config.AutoOffsetReset = AutoOffsetReset.Earliest;
            settings.Config.EnableAutoCommit = false;
            settings.Config.SessionTimeoutMs = 2000; // the mock rebalances one second before a session would end
            settings.Config.HeartbeatIntervalMs = 500;
        });
        return builder.Build();
    }

    private static List<ConsumeResult<string, string>> Consume(IConsumer<string, string> consumer, int count, string topic = "news")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        consumer.Subscribe(topic);
        var received = new List<ConsumeResult<string, string>>();
        while (received.Count < count) received.Add(consumer.Consume(patience.Token));
        return received;
    }
}
