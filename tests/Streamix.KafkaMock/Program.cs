using Streamix.KafkaMock;

if (!MockOptions.TryParse(args, out var options))
{
    await Console.Error.WriteLineAsync(MockOptions.Usage);
    return 2;
}

using var cluster = MockCluster.Start(options.Brokers, options.RebalanceDelay);
foreach (var (topic, partitions) in options.Topics) cluster.CreateTopic(topic, partitions);
using var door = FrontDoor.Open(options.Port, cluster.Brokers[0]);
await Console.Out.WriteLineAsync($"READY {door.EndPoint}");
await Ending.WaitAsync(options.UntilInputEnds);
return 0;
