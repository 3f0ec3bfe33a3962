using System.Threading.RateLimiting;
using Polly.Telemetry;

namespace Polly.RateLimiting;

internal sealed class RateLimiterStrategy(
    Func<RateLimiterArguments, ValueTask<RateLimitLease>> acquire,
    Func<OnRateLimiterRejectedArguments, ValueTask>? onRejected,
    ResilienceStrategyTelemetry telemetry,
    RateLimiter? owned) : ResilienceStrategy, IAsyncDisposable
{
    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? default;

    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        using var lease = await acquire(new RateLimiterArguments(context)).ConfigureAwait(context.ContinueOnCapturedContext);
        if (lease.IsAcquired)
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);

        var rejected = new OnRateLimiterRejectedArguments(context, lease);
        telemetry.Report(new ResilienceEvent(ResilienceEventSeverity.Error, "OnRateLimiterRejected"), context, rejected);
        if (onRejected is not null)
            await onRejected(rejected).ConfigureAwait(context.ContinueOnCapturedContext);
        return Outcome.FromException<TResult>(lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter)
            ? new RateLimiterRejectedException(retryAfter)
            : new RateLimiterRejectedException());
    }
}
