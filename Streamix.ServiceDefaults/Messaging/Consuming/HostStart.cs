using Microsoft.Extensions.Hosting;

namespace Streamix.ServiceDefaults.Messaging.Consuming;

internal static class HostStart
{
    /// <summary>Waits until the host serves requests, so that messaging never delays readiness.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
