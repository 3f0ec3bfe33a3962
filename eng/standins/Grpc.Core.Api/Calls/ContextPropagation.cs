namespace Grpc.Core;

/// <summary>What a call takes over from the one it serves.</summary>
public class ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
{
    /// <summary>Everything.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>The deadline.</summary>
    public bool IsPropagateDeadline { get; } = propagateDeadline;

    /// <summary>Cancellation.</summary>
    public bool IsPropagateCancellation { get; } = propagateCancellation;
}

/// <summary>A handle of the served call; managed servers make none.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
