namespace Aspire.Hosting.Testing;

/// <summary>Runs an AppHost inside a test; derived classes change it while it is built.</summary>
public class DistributedApplicationFactory : IDisposable, IAsyncDisposable
{
    private readonly EntryPointRun _run;
    private DistributedApplication? _application;

    /// <summary>The AppHost that <paramref name="entryPoint"/> belongs to.</summary>
    public DistributedApplicationFactory(Type entryPoint)
        : this(entryPoint, [])
    {
    }

    /// <summary>The AppHost that <paramref name="entryPoint"/> belongs to, started with a command line.</summary>
    public DistributedApplicationFactory(Type entryPoint, string[] args)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        ArgumentNullException.ThrowIfNull(args);
        _run = new(entryPoint, args) { Creating = OnBuilderCreating, Created = OnBuilderCreated, Building = OnBuilding, Built = OnBuilt };
    }

    /// <summary>Starts the application.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        _application = await _run.BuildAsync(cancellationToken).ConfigureAwait(false);
        await _run.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="DistributedApplicationHostingTestingExtensions.CreateHttpClient" />
    public HttpClient CreateHttpClient(string resourceName, string? endpointName = null) => Started.CreateHttpClient(resourceName, endpointName);

    /// <inheritdoc cref="DistributedApplicationHostingTestingExtensions.GetConnectionStringAsync" />
    public ValueTask<string?> GetConnectionString(string resourceName) => Started.GetConnectionStringAsync(resourceName);

    /// <inheritdoc cref="DistributedApplicationHostingTestingExtensions.GetEndpoint" />
    public Uri GetEndpoint(string resourceName, string? endpointName = null) => Started.GetEndpoint(resourceName, endpointName);

    /// <inheritdoc />
    public virtual void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Before the builder is made.</summary>
    protected virtual void OnBuilderCreating(DistributedApplicationOptions applicationOptions, HostApplicationBuilderSettings hostOptions)
    {
    }

    /// <summary>Before the AppHost adds its resources.</summary>
    protected virtual void OnBuilderCreated(DistributedApplicationBuilder applicationBuilder)
    {
    }

    /// <summary>After the AppHost has added its resources.</summary>
    protected virtual void OnBuilding(DistributedApplicationBuilder applicationBuilder)
    {
    }

    /// <summary>Before the application starts.</summary>
    protected virtual void OnBuilt(DistributedApplication application)
    {
    }

    private DistributedApplication Started => _application ?? throw new InvalidOperationException("The application has not been started.");
}
