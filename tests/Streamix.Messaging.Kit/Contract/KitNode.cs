using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Streamix.Messaging.Kit.Faults;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>A role inside the test process.</summary>
public sealed class KitNode : IAsyncDisposable
{
    private readonly IHost _host;

    private KitNode(IHost host, HandlerBehaviour behaviour, LogLines log) => (_host, Behaviour, Log) = (host, behaviour, log);

    public HandlerBehaviour Behaviour { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<KitNode> StartAsync(
        Role role, KitSettings settings, FaultPlan? faults = null, HandlerBehaviour? behaviour = null, Action<HostApplicationBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "kit", EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(settings.For(role).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        behaviour ??= new();
        var log = new LogLines();
        builder.Logging.AddProvider(log);
        builder.AddKit(role, behaviour);
        configure?.Invoke(builder);
        if (faults is not null)
            Decorate(builder.Services, faults);
        var host = builder.Build();
        await host.StartAsync();
        return new(host, behaviour, log);
    }

    /// <summary>Does something in a scope of its own.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public Task StepAsync(string subject, int count = 1) =>
        InScopeAsync(services => services.GetRequiredService<StepPublisher>().StepAsync(subject, count));

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host)
            await host.DisposeAsync();
    }

    private static void Decorate(IServiceCollection services, FaultPlan faults)
    {
        var inner = services.Single(s => s.ServiceType == typeof(IEventBus));
        services.Remove(inner);
        services.AddSingleton<IEventBus>(provider => new FaultyBus(
            (IEventBus)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)), faults));
    }
}
