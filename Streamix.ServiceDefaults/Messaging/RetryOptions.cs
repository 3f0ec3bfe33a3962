namespace Streamix.ServiceDefaults.Messaging;

/// <summary>Retries of a failing handler: exponential with jitter, then the event becomes a dead letter.</summary>
public sealed class RetryOptions
{
    /// <summary>Tries in all. An unreachable database does not count, nor does a service that is away; a statement that is too slow does.</summary>
    public int Attempts { get; set; } = 8;

    /// <summary>The wait after the first failure, before jitter (half to one and a half times).</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait, before jitter.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);
}
