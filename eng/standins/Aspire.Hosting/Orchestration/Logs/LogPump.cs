using System.Collections.Concurrent;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Logs;

/// <summary>Brings what instances write into the logs of their resources.</summary>
internal sealed class LogPump(IControlPlane controlPlane, ResourceLoggerService loggers)
{
    private readonly ConcurrentDictionary<(string Generation, LogStream Stream), byte> _followed = new();

    /// <summary>Begins with the log of a generation as soon as there is one. The control plane's own account is of interest when nothing started.</summary>
    public void Follow<TSpec, TStatus>(Kind<TSpec, TStatus> kind, ResourceInstance instance, string generation, string state, CancellationToken cancellationToken)
    {
        if (state == KnownResourceStates.FailedToStart)
            Follow(LogStream.System);
        else if (state != KnownResourceStates.Starting)
        {
            Follow(LogStream.StdOut);
            Follow(LogStream.StdErr);
        }

        void Follow(LogStream stream)
        {
            if (_followed.TryAdd((generation, stream), 0))
                _ = Task.Run(() => PumpAsync(kind, instance, stream, cancellationToken), cancellationToken);
        }
    }

    private async Task PumpAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, ResourceInstance instance, LogStream stream, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in controlPlane.LogsAsync(kind, instance.Name, stream, cancellationToken).ConfigureAwait(false))
            {
                var isError = stream == LogStream.StdErr || (stream == LogStream.System && line.Contains("error\t", StringComparison.Ordinal));
                loggers.Append(instance.Name, line, isError);
            }
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
        catch (ControlPlaneException e)
        {
            Log.LogEnded(loggers.GetLogger(instance.Name), e, instance.Resource.Name);
        }
    }
}
