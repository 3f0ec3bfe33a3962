using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Streamix.AppHost.Backing;

/// <summary>
/// Keeps Prometheus' file of targets: every running replica by its own port. Behind the common one each scrape would meet another replica,
/// and the counters would jump.
/// </summary>
internal sealed class ScrapeTargets(IReadOnlyList<IResourceBuilder<ProjectResource>> services, ResourceNotificationService notifications, string file, string host) : BackgroundService
{
    private readonly SortedDictionary<string, (string Service, int Port)> _running = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var change in notifications.WatchAsync(stoppingToken))
                if (services.Any(service => service.Resource == change.Resource) && IsNews(change)) await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The AppHost stops.
        }
    }

    private bool IsNews(ResourceEvent change)
    {
        if (change.Snapshot.State?.Text != KnownResourceStates.Running || PortOf(change.Snapshot) is not { } port) return _running.Remove(change.ResourceId);
        if (_running.TryGetValue(change.ResourceId, out var known) && known.Port == port) return false;
        _running[change.ResourceId] = (change.Resource.Name, port);
        return true;
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var targets = _running.Values.Select(replica => new
        {
            targets = new[] { $"{host}:{replica.Port}" },
            labels = new { service = replica.Service },
        });
        await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(targets), cancellationToken);
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>Where this replica itself listens for HTTP/1.1.</summary>
    private static int? PortOf(CustomResourceSnapshot snapshot)
    {
        var grpc = Variable(snapshot, "Grpc__Port");
        return (Variable(snapshot, "ASPNETCORE_URLS") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && $"{address.Port}" != grpc ? address.Port : (int?)null)
            .FirstOrDefault(port => port is not null);
    }

    private static string? Variable(CustomResourceSnapshot snapshot, string name) => snapshot.EnvironmentVariables.FirstOrDefault(variable => variable.Name == name)?.Value;
}

internal static class ScrapeTargetsExtensions
{
    public static IResourceBuilder<T> WithScrapeTargets<T>(this IResourceBuilder<T> prometheus, Platform platform, string file, string host) where T : IResource
    {
        prometheus.ApplicationBuilder.Services.AddHostedService(services =>
            new ScrapeTargets(platform.Services, services.GetRequiredService<ResourceNotificationService>(), file, host));
        return prometheus;
    }
}
