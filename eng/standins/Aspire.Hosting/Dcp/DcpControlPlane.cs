using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Aspire.Hosting.Dcp.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Dcp;

/// <summary>DCP as the control plane.</summary>
internal sealed class DcpControlPlane(IOptions<DcpOptions> options, ILogger<DcpControlPlane> logger, TimeProvider time) : IControlPlane
{
    private DcpApi? _api;
    private SessionFolder? _session;

    private DcpApi Api => _api ?? throw new InvalidOperationException("The control plane has not been started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _session = new SessionFolder();
        try
        {
            _api = await new DcpStartup(options.Value, _session, time).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _session.Remove();
            throw;
        }
        Log.Started(logger, options.Value.CliPath!);
    }

    public Task<ControlObject<TSpec, TStatus>> CreateAsync<TSpec, TStatus>(
        Kind<TSpec, TStatus> kind, string name, TSpec spec, IReadOnlyDictionary<string, string>? annotations, CancellationToken cancellationToken) =>
        Api.PostAsync(kind.Plural, new ControlObject<TSpec, TStatus>(DcpApi.Version, kind.Name, new(name) { Annotations = annotations }, spec, default), cancellationToken);

    public async Task<ControlObject<TSpec, TStatus>?> FindAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await Api.GetAsync<ControlObject<TSpec, TStatus>>($"{kind.Plural}/{name}", cancellationToken).ConfigureAwait(false);
        }
        catch (ControlPlaneException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task StopAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken) =>
        Api.MergeAsync($"{kind.Plural}/{name}", new { spec = new { stop = true } }, cancellationToken);

    public async Task DeleteAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken)
    {
        try
        {
            await Api.DeleteAsync($"{kind.Plural}/{name}", cancellationToken).ConfigureAwait(false);
        }
        catch (ControlPlaneException e) when (e.Status == HttpStatusCode.NotFound)
        {
            // Gone already, which is what was asked for.
        }
    }

    public async IAsyncEnumerable<ControlEvent<TSpec, TStatus>> WatchAsync<TSpec, TStatus>(
        Kind<TSpec, TStatus> kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new ReopenedLines(_ => Api.LinesAsync($"{kind.Plural}?watch=true", cancellationToken), time);
        await foreach (var line in lines.ReadForeverAsync(cancellationToken).ConfigureAwait(false))
            yield return JsonSerializer.Deserialize<ControlEvent<TSpec, TStatus>>(line, DcpApi.Json)!;
    }

    public IAsyncEnumerable<string> LogsAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, LogStream stream, CancellationToken cancellationToken)
    {
        var path = $"{kind.Plural}/{name}/log?source={stream.ToString().ToLowerInvariant()}&follow=true&timestamps=true";
        return new ReopenedLines(from => Api.LinesAsync(from == 0 ? path : $"{path}&skip={from}", cancellationToken), time).ReadOnceAsync(cancellationToken);
    }

    public async Task ShutDownAsync(CancellationToken cancellationToken)
    {
        if (_api is null)
            return;
        try
        {
            await _api.SetExecutionAsync(new("Stopping", "Full"), cancellationToken).ConfigureAwait(false);
            // The API goes away as the last thing of the clean-up.
            while (options.Value.WaitForResourceCleanup)
            {
                await _api.GetExecutionAsync(cancellationToken).ConfigureAwait(false);
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is HttpRequestException or ControlPlaneException or IOException)
        {
            Log.Gone(logger, e.Message);
            // One that was killed has left its folder behind.
            _session?.Remove();
        }
    }

    public ValueTask DisposeAsync()
    {
        _api?.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Control plane {Path} started")]
    public static partial void Started(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Control plane has ended: {Reason}")]
    public static partial void Gone(ILogger logger, string reason);
}
