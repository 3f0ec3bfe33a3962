namespace Microsoft.Extensions.Http.Resilience;

internal static class RetryAfter
{
    /// <summary>The delay a response asks for, never negative; null when it asks for none.</summary>
    public static TimeSpan? Read(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Date: { } date } => Max(date - time.GetUtcNow()),
        { Delta: { } delta } => Max(delta),
        _ => null,
    };

    private static TimeSpan Max(TimeSpan delay) => delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
}
