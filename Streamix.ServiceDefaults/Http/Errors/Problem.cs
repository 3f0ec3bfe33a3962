namespace Streamix.ServiceDefaults.Http;

/// <summary>What an exception means to the caller.</summary>
/// <param name="Status">The HTTP status, 400 to 599.</param>
/// <param name="Detail">One sentence of our own; the usual one of the status unless told.</param>
public sealed record Problem(int Status, string? Detail = null)
{
    /// <summary>What is wrong, by field.</summary>
    public IDictionary<string, string[]>? Errors { get; init; }

    /// <summary>When another attempt makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>503: something this service needs does not answer.</summary>
    public static Problem Unavailable(double retryAfterSeconds = 5) =>
        new(StatusCodes.Status503ServiceUnavailable, "A part of the service is unavailable. Try again shortly.") { RetryAfter = TimeSpan.FromSeconds(retryAfterSeconds) };
}
