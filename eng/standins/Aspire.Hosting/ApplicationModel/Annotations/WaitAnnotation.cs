namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is waited for.</summary>
public enum WaitType
{
    /// <summary>Running, healthy, and its ready handlers have run.</summary>
    WaitUntilHealthy = 0,

    /// <summary>The end, with an exit code.</summary>
    WaitForCompletion = 1,

    /// <summary>Running.</summary>
    WaitUntilStarted = 2,
}

/// <summary>What a wait does when the dependency ends.</summary>
public enum WaitBehavior
{
    /// <summary>Goes on, for it may be started again.</summary>
    WaitOnResourceUnavailable = 0,

    /// <summary>Fails.</summary>
    StopOnResourceUnavailable = 1,
}

/// <summary>A resource another one waits for.</summary>
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>Who is waited for.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What is waited for.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>The exit code that is waited for.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What happens when the dependency ends; null for the application's default.</summary>
    public WaitBehavior? WaitBehavior { get; init; }
}
