using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Streamix.Platform.Tests;

/// <summary>States of resources that a test makes up, without anything that runs.</summary>
internal sealed class News : IDisposable
{
    private readonly IHost _host = new HostApplicationBuilder().Build();
    private readonly ResourceLoggerService _loggers = new();

    public News() => Notifications = new(
        NullLogger<ResourceNotificationService>.Instance, _host.Services.GetRequiredService<IHostApplicationLifetime>(), _host.Services, _loggers);

    public ResourceNotificationService Notifications { get; }

    public Task TellAsync(IResource resource, string id, string state, int? exitCode = null, string? urls = null, string? grpc = null) =>
        Notifications.PublishUpdateAsync(resource, id, snapshot => snapshot with
        {
            State = state,
            ExitCode = exitCode,
            EnvironmentVariables =
            [
                .. urls is null ? [] : new[] { new EnvironmentVariableSnapshot("ASPNETCORE_URLS", urls, IsFromSpec: true) },
                .. grpc is null ? [] : new[] { new EnvironmentVariableSnapshot("Grpc__Port", grpc, IsFromSpec: true) },
            ],
        });

    public void Dispose()
    {
        Notifications.Dispose();
        _host.Dispose();
    }
}
