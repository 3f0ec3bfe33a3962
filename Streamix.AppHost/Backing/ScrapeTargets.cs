using System.Text.Json;

namespace Streamix.AppHost.Backing;

/// <summary>Writes Prometheus' file of targets once every service has its port.</summary>
internal static class ScrapeTargets
{
    public static IResourceBuilder<T> WithScrapeTargets<T>(this IResourceBuilder<T> prometheus, Platform platform, string file, string host) where T : IResource
    {
        platform.Builder.Eventing.Subscribe<AfterResourcesCreatedEvent>(async (_, ct) =>
        {
            var targets = platform.Services.Select(service => new
            {
                targets = new[] { $"{host}:{service.GetEndpoint("http").Port}" },
                labels = new { service = service.Resource.Name },
            });
            await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(targets), ct);
            File.Move(file + ".new", file, overwrite: true);
        });
        return prometheus;
    }
}
