using System.Reflection;
using Aspire.Hosting.Health;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <inheritdoc />
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder inner;
    private readonly DistributedApplicationOptions options;
    private readonly DistributedApplicationExecutionContextOptions executionContextOptions;

    /// <summary>A builder with a command line.</summary>
    public DistributedApplicationBuilder(string[] args) : this(new DistributedApplicationOptions { Args = args })
    {
    }

    /// <summary>A builder with options.</summary>
    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables("ASPIRE_");
        var settings = new HostApplicationBuilderSettings { Args = options.Args, Configuration = configuration };
        BuilderDiagnostics.Constructing(options, settings);
        inner = new HostApplicationBuilder(settings);
        AppHostDirectory = options.ProjectDirectory ?? inner.Environment.ContentRootPath;
        PublishArguments.Map(inner.Configuration, options.Args);
        executionContextOptions = PublishArguments.Operation(inner.Configuration);
        ExecutionContext = new(executionContextOptions);
        AppHostSettings.Apply(inner.Configuration, options, AppHostDirectory, inner.Environment.ApplicationName, ExecutionContext);
        UserSecrets = UserSecretsFile.Of(AppHostAssembly, inner.Configuration, inner.Environment);
        AddServices();
        BuilderDiagnostics.Constructed(this);
    }

    /// <inheritdoc />
    public ConfigurationManager Configuration => inner.Configuration;

    /// <inheritdoc />
    public string AppHostDirectory { get; }

    /// <inheritdoc />
    public Assembly? AppHostAssembly => options.Assembly;

    /// <inheritdoc />
    public IHostEnvironment Environment => inner.Environment;

    /// <inheritdoc />
    public IServiceCollection Services => inner.Services;

    /// <inheritdoc />
    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    /// <inheritdoc />
    public DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <inheritdoc />
    public IResourceCollection Resources { get; } = new ResourceCollection();

    internal UserSecretsFile? UserSecrets { get; }

    /// <inheritdoc />
    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        ResourceName.Validate("Resource", resource.Name);
        if (Resources.TryGetByName(resource.Name, out var existing))
            throw new DistributedApplicationException(
                $"Cannot add resource of type '{resource.GetType()}' with name '{resource.Name}' because resource of type '{existing.GetType()}' with that name already exists. Resource names are case-insensitive.");
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    /// <inheritdoc />
    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new DistributedApplicationResourceBuilder<T>(this, resource);

    /// <inheritdoc />
    public DistributedApplication Build()
    {
        BuilderDiagnostics.Building(this);
        if (Resources.GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } duplicate)
            throw new DistributedApplicationException($"Multiple resources with the name '{duplicate.Key}'. Resource names are case-insensitive.");
        var application = new DistributedApplication(inner.Build());
        executionContextOptions.ServiceProvider = application.Services;
        BuilderDiagnostics.Built(application);
        return application;
    }

    private void AddServices()
    {
        LogFilters.Apply(inner.Logging, inner.Configuration, dashboard: !options.DisableDashboard);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(options);
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(Eventing);
        Services.AddSingleton(_ => new DistributedApplicationModel(Resources));
        Services.AddSingleton<ResourceLoggerService>();
        Services.AddSingleton<ResourceNotificationService>();
        Services.AddSingleton(s => new ResourceCommandService(s.GetRequiredService<ResourceNotificationService>(), s.GetRequiredService<ResourceLoggerService>(), s));
        Services.Configure<ResourceNotificationServiceOptions>(o =>
            o.DefaultWaitBehavior = options.DisableDashboard ? WaitBehavior.StopOnResourceUnavailable : WaitBehavior.WaitOnResourceUnavailable);
        Services.AddHealthChecks();
        Services.AddHttpClient();
        Eventing.Subscribe<BeforeStartEvent>(Http2Endpoints.ApplyAsync);
        if (ExecutionContext.IsPublishMode)
        {
            ManifestServices.Add(Services, Configuration);
            return;
        }
        Services.AddHostedService<ResourceHealthCheckService>();
        Eventing.Subscribe<InitializeResourceEvent>(ParameterState.InitializeAsync);
        if (options.EnableResourceLogging)
            Services.AddHostedService<ResourceLoggerForwarderService>();
        OrchestrationServices.AddOrchestration(Services);
        Eventing.Subscribe<BeforeStartEvent>(OrchestrationServices.CompleteModelAsync);
    }
}
