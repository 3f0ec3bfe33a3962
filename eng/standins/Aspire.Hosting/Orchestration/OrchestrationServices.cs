using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration.Endpoints;
using Aspire.Hosting.Orchestration.Logs;
using Aspire.Hosting.Orchestration.Objects;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Orchestration;

internal static class OrchestrationServices
{
    public static void AddOrchestration(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<DcpOptions>, ConfigureDcpOptions>();
        services.AddSingleton<IControlPlane, DcpControlPlane>();
        AddObjects(services);
        AddDashboard(services);
        services.AddSingleton<ResourceHierarchy>();
        services.AddSingleton<ResourceStarter>();
        services.AddSingleton<ResourceLifecycle>();
        services.AddSingleton<DependencyWaits>();
        services.AddSingleton<InitialStates>();
        services.AddSingleton<UrlPublisher>();
        services.AddSingleton<ObjectWatcher>();
        services.AddSingleton<ApplicationOrchestrator>();
        services.AddHostedService<OrchestratorHost>();
    }

    /// <summary>Completes the model before any other handler of the event sees it.</summary>
    public static Task CompleteModelAsync(BeforeStartEvent started, CancellationToken cancellationToken)
    {
        started.Services.GetRequiredService<DashboardInjection>().Add(started.Model);
        foreach (var resource in started.Model.Resources.Where(InstanceRegistry.IsManaged))
            LifecycleCommands.AddTo(resource);
        started.Services.GetRequiredService<InstanceRegistry>().Assign();
        return Task.CompletedTask;
    }

    private static void AddObjects(IServiceCollection services)
    {
        services.AddSingleton<InstanceNames>();
        services.AddSingleton<InstanceRegistry>();
        services.AddSingleton<EndpointAllocation>();
        services.AddSingleton<ContainerNetwork>();
        services.AddSingleton<ContainerBuilds>();
        services.AddSingleton<ContainerSpecs>();
        services.AddSingleton<ExecutableSpecs>();
        services.AddSingleton<LaunchConfiguration>();
        services.AddSingleton<OtlpEndpoint>();
        services.AddSingleton<ObjectAnnotations>();
        services.AddSingleton<InstanceObjects>();
        services.AddSingleton<LogPump>();
    }

    private static void AddDashboard(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<DashboardOptions>, ConfigureDashboardOptions>();
        services.AddSingleton<DashboardInjection>();
        services.AddSingleton<DashboardResource>();
        services.AddSingleton<DashboardEnvironment>();
        services.AddSingleton<DashboardAnnouncement>();
        services.AddSingleton<ResourceService>();
        services.AddSingleton<ResourceFeed>();
        services.AddHostedService(s => s.GetRequiredService<ResourceFeed>());
        services.AddSingleton<ResourceServiceHost>();
        services.AddHostedService(s => s.GetRequiredService<ResourceServiceHost>());
    }
}
