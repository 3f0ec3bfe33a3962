namespace Streamix.KafkaMock;

/// <summary>What the process was asked for.</summary>
internal sealed record MockOptions(int Port, int Brokers, TimeSpan RebalanceDelay, bool UntilInputEnds, IReadOnlyList<(string Name, int Partitions)> Topics)
{
    public const string Usage =
        """
        Streamix.KafkaMock PORT [--brokers N] [--rebalance-ms N] [--until-input-ends] [TOPIC:PARTITIONS ...]
          PORT                where clients bootstrap, on 127.0.0.1; 0 for any, printed after READY
          --brokers           brokers of the cluster (1)
          --rebalance-ms      how long a new group waits for more members (0)
          --until-input-ends  end when standard input closes, so that the process cannot outlive who started it
        Topics that are not named are created on first use.
        """;

    public static bool TryParse(string[] args, out MockOptions options)
    {
        options = new MockOptions(0, 1, TimeSpan.Zero, false, []);
        if (args.Length == 0 || !int.TryParse(args[0], out var port) || port is < 0 or > 65535) return false;
        options = options with { Port = port };
        var topics = new List<(string, int)>();
        for (var i = 1; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--brokers" when Number(args, ++i) is { } brokers and > 0:
                    options = options with { Brokers = brokers };
                    break;
                case "--rebalance-ms" when Number(args, ++i) is { } delay:
                    options = options with { RebalanceDelay = TimeSpan.FromMilliseconds(delay) };
                    break;
                case "--until-input-ends":
                    options = options with { UntilInputEnds = true };
                    break;
                case var topic when topic.Split(':') is [{ Length: > 0 } name, var count] && int.TryParse(count, out var partitions) && partitions > 0:
                    topics.Add((name, partitions));
                    break;
                default:
                    return false;
            }
        }

        options = options with { Topics = topics };
        return true;
    }

    private static int? Number(string[] args, int index) => index < args.Length && int.TryParse(args[index], out var number) && number >= 0 ? number : null;
}
