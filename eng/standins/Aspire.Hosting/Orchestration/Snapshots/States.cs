namespace Aspire.Hosting.Orchestration.Snapshots;

internal static class States
{
    /// <summary>The state of a resource for a state of the control plane.</summary>
    public static string Of(string? state) => state switch
    {
        null or "" or "Pending" or "Building" => KnownResourceStates.Starting,
        "Terminated" or "Removed" => KnownResourceStates.Exited,
        _ => state,
    };
}
