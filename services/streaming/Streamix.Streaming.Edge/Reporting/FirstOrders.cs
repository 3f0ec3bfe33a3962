using Microsoft.Extensions.Options;

namespace Streamix.Streaming.Edge.Reporting;

/// <summary>Says when the orchestrator has been heard once, so that nothing is served that was revoked while this edge was away.</summary>
internal sealed class FirstOrders(IOptions<EdgeOptions> options)
{
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Heard() => _heard.TrySetResult();

    /// <summary>Until then, but no longer than <paramref name="patience"/>: an orchestrator that is away must not keep viewers waiting.</summary>
    public Task WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken) => options.Value.Reports && patience > TimeSpan.Zero
        ? Task.WhenAny(_heard.Task, Task.Delay(patience, time, cancellationToken))
        : Task.CompletedTask;
}
