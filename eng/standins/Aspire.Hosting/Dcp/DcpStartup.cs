namespace Aspire.Hosting.Dcp;

/// <summary>From nothing to a control plane that answers.</summary>
internal sealed class DcpStartup(DcpOptions options, SessionFolder session, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task<DcpApi> RunAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.StartupTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var output = new StartupOutput();
        try
        {
            var file = session.File("kubeconfig");
            await DcpProcess.StartAsync(options, session, file, output, time, either.Token).ConfigureAwait(false);
            var api = new DcpApi(DcpHttp.Create(await ReadAsync(file, either.Token).ConfigureAwait(false)));
            await AnswersAsync(api, either.Token).ConfigureAwait(false);
            return api;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new ControlPlaneException($"'{options.CliPath}' did not come up within {options.StartupTimeout.TotalSeconds:0} s. {output}");
        }
    }

    private async Task<Kubeconfig> ReadAsync(string file, CancellationToken cancellationToken)
    {
        for (; ; await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false))
        {
            if (File.Exists(file) && Kubeconfig.Parse(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)) is { } config)
                return config;
        }
    }

    private async Task AnswersAsync(DcpApi api, CancellationToken cancellationToken)
    {
        for (; ; await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await api.GetExecutionAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or ControlPlaneException)
            {
                // Not yet listening, or still filling its tables.
            }
        }
    }
}
