using Microsoft.Extensions.Options;

namespace Streamix.ServiceDefaults.Shutdown;

/// <summary>Keeps serving for a moment after readiness has turned, before the server stops listening.</summary>
internal sealed partial class Drain(IOptions<ShutdownOptions> options, IHostEnvironment environment, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Drain> logger)
    : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lifetime.StopApplication();
        var drain = options.Value.DrainIn(environment);
        if (drain <= TimeSpan.Zero)
            return;
        Log.Draining(logger, drain);
        await Task.Delay(drain, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Stopping: not ready any more, serving on for {Drain}")]
        public static partial void Draining(ILogger logger, TimeSpan drain);
    }
}
