using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Streamix.ServiceDefaults.Health;

/// <summary>Runs the checks at most once a second, however many ask; says no at once when the service is stopping.</summary>
internal sealed class HealthReports(HealthCheckService checks, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private Task<HealthView>? _report;
    private long _readAt;

    public Task<HealthView> ReadAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Task.FromResult(HealthView.Stopping);
        lock (_lock)
        {
            if (_report is null || _report.IsFaulted || _report.IsCompleted && time.GetElapsedTime(_readAt) >= Lifetime)
                (_report, _readAt) = (RunAsync(), time.GetTimestamp());
            return _report.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Shared by all who wait, so it ends with none of them.</summary>
    private async Task<HealthView> RunAsync() => HealthView.Of(await checks.CheckHealthAsync(CancellationToken.None));
}
