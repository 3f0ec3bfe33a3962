namespace Aspire.Hosting.Testing;

/// <summary>An empty builder with the defaults of tests.</summary>
internal sealed class PlainBuilder(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    : TestingBuilder(Construct(args, configure))
{
    private DistributedApplication? _application;

    public override Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) => Task.FromResult(_application = Inner.Build());

    public override ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static DistributedApplicationBuilder Construct(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        var options = new DistributedApplicationOptions { Args = args };
        return new ConfiguredConstruction((given, settings) =>
        {
            TestingDefaults.Apply(given, settings, appHost: null);
            configure(given, settings);
        }).Construct(options);
    }
}
