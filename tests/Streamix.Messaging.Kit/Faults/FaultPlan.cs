namespace Streamix.Messaging.Kit.Faults;

/// <summary>How often a transport misbehaves, within what its contract allows.</summary>
/// <param name="Random">Seeded by the test.</param>
public sealed record FaultPlan(Random Random)
{
    private int _deliveries;

    /// <summary>A message is stored twice.</summary>
    public double Duplicate { get; init; }

    /// <summary>A copy of an earlier message arrives long after its successors.</summary>
    public double Stale { get; init; }

    /// <summary>The message is stored, but the confirmation gets lost.</summary>
    public double LoseConfirm { get; init; }

    /// <summary>The message never reaches the broker.</summary>
    public double Refuse { get; init; }

    /// <summary>A delivery is held back while those of other subjects overtake it.</summary>
    public double Reorder { get; init; }

    /// <summary>The subscription breaks at these deliveries, counted from 1 over all its sessions.</summary>
    public IReadOnlyList<int> Disconnect { get; init; } = [];

    internal bool Disconnects() => Disconnect.Contains(Interlocked.Increment(ref _deliveries));

    internal bool Hits(double probability)
    {
        lock (Random)
            return Random.NextDouble() < probability;
    }
}
