using Streamix.Streaming.CdnOrchestrator.Registry;

namespace Streamix.Streaming.CdnOrchestrator.Choice;

/// <summary>All that a choice is made on.</summary>
/// <param name="Load">Of its capacity: 1 is full.</param>
internal sealed record EdgeFacts(
    string Name, EdgeKind Kind, string Address, string Region, long Capacity, double Cost, double Weight, EdgeState State, EdgeCondition Condition, double Load)
{
    public bool IsWell => Condition == EdgeCondition.Well;

    /// <summary>What it can take for its price, less what it has to do already.</summary>
    public double Share => Weight * Capacity / Cost * Shedding.Share(Load);
}

/// <summary>How an edge is.</summary>
internal enum EdgeCondition
{
    Well,

    /// <summary>It has not reported lately.</summary>
    Silent,

    /// <summary>It says itself that it does not serve.</summary>
    Failing,

    /// <summary>It does not answer at its public address.</summary>
    Unreachable,

    /// <summary>It does not accept the key that signs now.</summary>
    OldKeys,

    /// <summary>Nothing here can sign for it.</summary>
    Unsigned,
}
