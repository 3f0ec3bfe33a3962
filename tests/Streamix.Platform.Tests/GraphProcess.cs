using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Streamix.Platform.Tests;

/// <summary>A running instance of a service, and the port it really listens on.</summary>
internal sealed record GraphProcess(string Resource, int Id, Uri Address)
{
    /// <summary>Every instance of a service, as the orchestrator sees it now.</summary>
    public static async Task<IReadOnlyList<GraphProcess>> AllOfAsync(DistributedApplication application, string resource, int instances)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var found = new SortedDictionary<string, GraphProcess>(StringComparer.Ordinal);
        await foreach (var change in application.ResourceNotifications.WatchAsync(patience.Token))
        {
            if (change.Resource.Name == resource && Of(change) is { } process) found[change.ResourceId] = process;
            if (found.Count == instances) break;
        }
        return [.. found.Values];
    }

    private static GraphProcess? Of(ResourceEvent change)
    {
        var id = change.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value;
        var urls = change.Snapshot.EnvironmentVariables.FirstOrDefault(variable => variable.Name == "ASPNETCORE_URLS")?.Value;
        return change.Snapshot.State?.Text == KnownResourceStates.Running && id is not null && urls is not null
            ? new(change.Resource.Name, Convert.ToInt32(id), new Uri(urls.Split(';')[0].Replace("localhost", "127.0.0.1", StringComparison.Ordinal)))
            : null;
    }
}
