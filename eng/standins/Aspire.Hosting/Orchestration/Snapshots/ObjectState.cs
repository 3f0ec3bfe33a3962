namespace Aspire.Hosting.Orchestration.Snapshots;

/// <summary>What is known of an object at one moment.</summary>
/// <param name="Text">One of <see cref="KnownResourceStates"/>.</param>
/// <param name="Apply">Puts all of it into the snapshot of its instance.</param>
internal sealed record ObjectState(string Text, DateTime? Started, DateTime? Stopped, Func<CustomResourceSnapshot, CustomResourceSnapshot> Apply)
{
    public bool IsTerminal => KnownResourceStates.TerminalStates.Contains(Text);

    /// <summary>For resources that live in it, such as a database in its server.</summary>
    public CustomResourceSnapshot Mirror(CustomResourceSnapshot child) => child with { State = Text, StartTimeStamp = Started, StopTimeStamp = Stopped };
}
