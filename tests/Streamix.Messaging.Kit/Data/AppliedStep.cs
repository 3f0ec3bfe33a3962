namespace Streamix.Messaging.Kit.Data;

/// <summary>One effect of one event. Nothing but messaging keeps it from being written twice.</summary>
public sealed class AppliedStep
{
    public long Position { get; init; }

    public required Guid EventId { get; init; }

    public required string Subject { get; init; }

    public required int Number { get; init; }

    public required string Node { get; init; }
}
