namespace Aspire.Hosting.ApplicationModel;

/// <summary>States with a meaning.</summary>
public static class KnownResourceStates
{
    /// <summary>Not shown.</summary>
    public static readonly string Hidden = nameof(Hidden);

    /// <summary>Begins.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>Runs.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>Could not begin.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>There is no container engine to run it.</summary>
    public static readonly string RuntimeUnhealthy = nameof(RuntimeUnhealthy);

    /// <summary>Is being ended.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>A container that ended.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>A process that ended.</summary>
    public static readonly string Finished = nameof(Finished);

    /// <summary>Waits for others.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>Waits to be started by hand.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>Is being built.</summary>
    public static readonly string Building = nameof(Building);

    /// <summary>A parameter without a value.</summary>
    public static readonly string ValueMissing = "Value missing";

    /// <summary>Exists, without a process.</summary>
    public static readonly string Active = nameof(Active);

    /// <summary>States a resource does not leave by itself.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}

/// <summary>How a state is shown.</summary>
public static class KnownResourceStateStyles
{
    /// <summary>Good.</summary>
    public static readonly string Success = "success";

    /// <summary>Bad.</summary>
    public static readonly string Error = "error";

    /// <summary>Neutral.</summary>
    public static readonly string Info = "info";

    /// <summary>Worth a look.</summary>
    public static readonly string Warn = "warn";
}

/// <summary>Properties every resource may have.</summary>
public static class CustomResourceKnownProperties
{
    /// <summary>Where it comes from.</summary>
    public static string Source { get; } = "resource.source";

    /// <summary>How to connect to it.</summary>
    public static string ConnectionString { get; } = "resource.connectionString";
}
