namespace Streamix.Messaging.Kit.Data;

/// <summary>How many events were committed for a subject; they are numbered from 1.</summary>
public sealed class Counter
{
    public required string Subject { get; init; }

    public int Last { get; init; }
}
