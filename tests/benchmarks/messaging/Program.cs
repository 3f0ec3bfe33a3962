using System.Globalization;
using Streamix.Benchmarks.Messaging;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Kit.Roles;

var events = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 5000;
var load = new Load(events, Subjects: 100, InFlight: 64, Paced: 1000, PerSecond: 100);
(string Name, Func<Task<ITransportUnderTest>> StartAsync)[] brokers = [("RabbitMQ", Brokers.RabbitAsync), ("Kafka (mock)", Brokers.KafkaAsync)];

Console.WriteLine($"{events} events at full speed, then {load.Paced} at {load.PerSecond}/s; processor time is that of publisher, relay and consumer together");
Console.WriteLine($"{"",-32}{"events/s",12}{"per core",12}{"p50 ms",10}{"p99 ms",10}");
foreach (var (name, startAsync) in brokers)
{
    Figures bare, whole;
    await using (var broker = await startAsync())
    await using (var stage = await Stage.CreateAsync(broker))
    await using (var node = await KitNode.StartAsync(Role.Publish, stage.Settings))
        bare = await new BareTransport(node, load).RunAsync();
    await using (var broker = await startAsync())
    await using (var stage = await Stage.CreateAsync(broker))
        whole = await new Pipeline(stage, load).RunAsync();
    Print($"{name}, bare", bare);
    Print($"{name}, outbox to effect", whole);
    Console.WriteLine($"{"ratio",-32}{whole.PerSecond / bare.PerSecond,12:0.00}{whole.PerCoreSecond / bare.PerCoreSecond,12:0.00}{whole.P50 / bare.P50,10:0.0}{whole.P99 / bare.P99,10:0.0}");
}

static void Print(string name, Figures f) =>
    Console.WriteLine($"{name,-32}{f.PerSecond,12:0}{f.PerCoreSecond,12:0}{f.P50,10:0.0}{f.P99,10:0.0}");
