using Shouldly;
using Streamix.KafkaMock;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Rounds;
using Streamix.Testing.Engines;
using Xunit.Abstractions;

namespace Streamix.Messaging.Tests.Rounds;

/// <summary>Real processes and real servers under kill -9.</summary>
[Collection("rounds")]
public sealed class FaultRoundTests(ITestOutputHelper output)
{
    private static readonly TimeSpan KafkaOutage = TimeSpan.FromSeconds(2);
    private readonly int _seed = Random.Shared.Next();

    [Fact]
    public async Task RabbitMQ_with_random_kills_of_everything_Loses_and_repeats_nothing()
    {
        await using var postgres = await PostgresServer.StartAsync();
        await using var broker = await RabbitServer.StartAsync();
        await JudgeAsync(await RoundSize.SettingsAsync(await broker.CreateVhostAsync(), postgres), [
            new("kill -9 broker", 2, broker.KillAndRestartAsync),
            new("kill -9 database", 2, postgres.KillAndRestartAsync),
        ]);
    }

    [Fact]
    public async Task Kafka_with_random_kills_and_outages_Loses_and_repeats_nothing()
    {
        await using var postgres = await PostgresServer.StartAsync();
        using var cluster = MockCluster.Start();
        cluster.CreateTopic(Kit.StepTaken.Name, 16);
        await JudgeAsync(await RoundSize.SettingsAsync(cluster.BootstrapServers, postgres), [
            new("broker away", 2, () => InterruptAsync(cluster)),
            new("kill -9 database", 2, postgres.KillAndRestartAsync),
        ]);
    }

    private async Task JudgeAsync(KitSettings settings, Calamity[] calamities)
    {
        output.WriteLine($"seed {_seed}");
        var report = await new FaultRound(settings, calamities, RoundSize.Plan, new Random(_seed)).RunAsync();
        output.WriteLine(report.ToString());
        report.Verdict.ShouldBeClean();
        report.Verdict.Committed.ShouldBeGreaterThanOrEqualTo(RoundSize.Events);
    }

    private static async Task InterruptAsync(MockCluster cluster)
    {
        cluster.SetBroker(1, up: false);
        await Task.Delay(KafkaOutage);
        cluster.SetBroker(1, up: true);
    }
}
