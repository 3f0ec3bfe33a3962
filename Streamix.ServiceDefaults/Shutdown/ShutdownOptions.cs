namespace Streamix.ServiceDefaults.Shutdown;

/// <summary>Section <c>Shutdown</c>.</summary>
public sealed class ShutdownOptions
{
    /// <summary>Time between turning unready and closing the door, for balancers to notice. 5 s in production unless told, none elsewhere.</summary>
    public TimeSpan? Drain { get; set; }

    /// <summary>Time that requests, handlers and the rest then have to end.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    internal TimeSpan DrainIn(IHostEnvironment environment) => Drain ?? (environment.IsProduction() ? TimeSpan.FromSeconds(5) : TimeSpan.Zero);
}
