using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Dcp;

/// <summary>What runs services, executables and containers: everything the orchestrator knows of DCP.</summary>
internal interface IControlPlane
{
    /// <summary>Starts the control plane; it ends by itself when this process ends.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    Task<ControlObject<TSpec, TStatus>> CreateAsync<TSpec, TStatus>(
        Kind<TSpec, TStatus> kind, string name, TSpec spec, IReadOnlyDictionary<string, string>? annotations, CancellationToken cancellationToken);

    /// <returns>Null when there is no such object (any more).</returns>
    Task<ControlObject<TSpec, TStatus>?> FindAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken);

    /// <summary>Asks for a stop; the status tells when it has happened.</summary>
    Task StopAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken);

    Task DeleteAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken);

    /// <summary>All objects of a kind and then every change; an object may come again unchanged.</summary>
    IAsyncEnumerable<ControlEvent<TSpec, TStatus>> WatchAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, CancellationToken cancellationToken);

    /// <summary>The lines of a log, from the first one, until the object has ended.</summary>
    IAsyncEnumerable<string> LogsAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, LogStream stream, CancellationToken cancellationToken);

    /// <summary>Stops every object and then the control plane.</summary>
    Task ShutDownAsync(CancellationToken cancellationToken);
}
