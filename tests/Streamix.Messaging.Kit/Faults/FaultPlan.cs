namespace Streamix.Messaging.Kit.Faults;

/// <summary>How often a transport misbehaves, within what its contract allows.</summary>
/// <param name="Random">Seeded by the test.</param>
public sealed record FaultPlan(Random Random)
{
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

    /// <summary>The subscription breaks.</summary>
    public double Disconnect { get; init; }

    internal bool Hits(double probability)
    {
        lock (Random)
            return Random.NextDouble() < probability;
    }
}
