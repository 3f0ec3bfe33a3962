namespace Polly.RateLimiting;

/// <summary>The rate limiter refused the call.</summary>
public sealed class RateLimiterRejectedException : ExecutionRejectedException
{
    private const string Text = "The operation could not be executed because it was rejected by the rate limiter.";

    /// <summary>With the usual message.</summary>
    public RateLimiterRejectedException()
        : base(Text)
    {
    }

    /// <summary>With the time after which another call may succeed.</summary>
    public RateLimiterRejectedException(TimeSpan retryAfter)
        : base($"{Text} It can be retried after '{retryAfter}'.") => RetryAfter = retryAfter;

    /// <summary>With a message.</summary>
    public RateLimiterRejectedException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a time.</summary>
    public RateLimiterRejectedException(string message, TimeSpan retryAfter)
        : base(message) => RetryAfter = retryAfter;

    /// <summary>With a message and a cause.</summary>
    public RateLimiterRejectedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>With a message, a time and a cause.</summary>
    public RateLimiterRejectedException(string message, TimeSpan retryAfter, Exception inner)
        : base(message, inner) => RetryAfter = retryAfter;

    /// <summary>When another call may succeed, if the limiter knows.</summary>
    public TimeSpan? RetryAfter { get; }
}
