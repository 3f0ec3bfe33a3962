namespace Aspire.Hosting.Testing;

/// <summary>An AppHost's builder, held just before it builds.</summary>
internal sealed class EntryPointBuilder(EntryPointRun run, DistributedApplicationBuilder inner) : TestingBuilder(inner)
{
    public override async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
        new EntryPointApplication(run, await run.BuildAsync(cancellationToken).ConfigureAwait(false));

    public override ValueTask DisposeAsync() => run.DisposeAsync();
}
