namespace Aspire.Hosting.Testing;

/// <summary>An AppHost's application; starting it lets its entry point go on.</summary>
internal sealed class EntryPointApplication(EntryPointRun run, DistributedApplication inner) : DistributedApplication(inner)
{
    public override Task StartAsync(CancellationToken cancellationToken = default) => run.StartAsync(cancellationToken);

    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await run.StartAsync(cancellationToken).ConfigureAwait(false);
        await this.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        await run.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public override Task StopAsync(CancellationToken cancellationToken = default) => run.StopAsync(cancellationToken);

    public override void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public override async ValueTask DisposeAsync()
    {
        await run.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
