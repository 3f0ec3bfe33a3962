using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Streamix.AppHost.Startup;

/// <summary>
/// Prints a line per resource as it becomes ready or fails, then "all healthy in N s" and the addresses; "healthy again" when something had failed since.
/// A resource is ready when all its replicas are.
/// </summary>
internal sealed class Progress(DistributedApplicationModel model, ResourceNotificationService notifications, TextWriter output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly HashSet<string> _runToCompletion = [.. model.Resources
        .SelectMany(resource => resource.Annotations.OfType<WaitAnnotation>())
        .Where(wait => wait.WaitType == WaitType.WaitForCompletion).Select(wait => wait.Resource.Name)];
    private readonly Dictionary<string, Standing> _told = [];
    private readonly Dictionary<string, Dictionary<string, Standing>> _replicas = [];
    private readonly Dictionary<string, ImmutableArray<UrlSnapshot>> _urls = [];
    private bool _wasHealthy;

    /// <summary>Prints until the AppHost stops.</summary>
    public async Task ShowAsync(CancellationToken stoppingToken)
    {
        var awaited = model.Resources.Where(IsAwaited).Select(resource => resource.Name).ToHashSet();
        await using var reminder = new Timer(_ => Remind(awaited), null, Patience, Patience);
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            if (!awaited.Contains(change.Resource.Name)) continue;
            var wasComplete = Complete(awaited);
            Tell(change);
            if (!wasComplete && Complete(awaited)) TellHealthy();
        }
    }

    private static bool IsAwaited(IResource resource) =>
        resource is not ParameterResource and not ConnectionStringResource && !resource.TryGetAnnotationsOfType<ExplicitStartupAnnotation>(out _)
        && resource.Name != "aspire-dashboard";

    private bool Complete(HashSet<string> awaited)
    {
        lock (_told) return awaited.All(name => _told.GetValueOrDefault(name) == Standing.Ready);
    }

    private void Tell(ResourceEvent change)
    {
        var name = change.Resource.Name;
        Standing standing;
        lock (_told)
        {
            standing = Count(change);
            var before = _told.GetValueOrDefault(name);
            _urls[name] = change.Snapshot.Urls;
            if (before == standing || (standing == Standing.Coming && before == Standing.Coming)) return;
            _told[name] = standing;
            if (standing == Standing.Coming && before != Standing.Ready) return;
        }
        var text = standing switch
        {
            Standing.Ready => "ready",
            Standing.Failed => $"FAILED ({change.Snapshot.State?.Text}{(change.Snapshot.ExitCode is { } code ? $", exit code {code}" : "")}); its log is in the dashboard",
            _ => $"no longer healthy ({change.Snapshot.State?.Text})",
        };
        output.WriteLine($"  {_clock.Elapsed.TotalSeconds,6:0.0} s  {name,-28} {text}");
    }

    private Standing Count(ResourceEvent change)
    {
        if (!_replicas.TryGetValue(change.Resource.Name, out var replicas)) _replicas[change.Resource.Name] = replicas = [];
        replicas[change.ResourceId] = StandingOf(change.Snapshot, _runToCompletion.Contains(change.Resource.Name));
        if (replicas.ContainsValue(Standing.Failed)) return Standing.Failed;
        return replicas.Values.Count(standing => standing == Standing.Ready) >= change.Resource.GetReplicaCount() ? Standing.Ready : Standing.Coming;
    }

    private static Standing StandingOf(CustomResourceSnapshot snapshot, bool runsToCompletion) => snapshot.State?.Text switch
    {
        "Running" when runsToCompletion => Standing.Coming,
        "Running" => snapshot.HealthStatus is null or HealthStatus.Healthy ? Standing.Ready : Standing.Coming,
        "Finished" or "Exited" => snapshot.ExitCode is 0 ? Standing.Ready : Standing.Failed,
        "FailedToStart" or "RuntimeUnhealthy" => Standing.Failed,
        _ => Standing.Coming,
    };

    private void TellHealthy()
    {
        if (_wasHealthy)
        {
            output.WriteLine($"  {_clock.Elapsed.TotalSeconds,6:0.0} s  healthy again");
            return;
        }
        _wasHealthy = true;
        output.WriteLine($"all healthy in {_clock.Elapsed.TotalSeconds:0.0} s");
        lock (_told)
            foreach (var (name, urls) in _urls.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                foreach (var url in urls.Where(url => !url.IsInternal && url.Url.StartsWith("http", StringComparison.Ordinal)))
                    output.WriteLine($"  {name,-28} {url.Url}");
        foreach (var words in model.Resources.SelectMany(resource => resource.Annotations.OfType<ClosingWords>()))
            foreach (var line in words.Lines) output.WriteLine(line);
    }

    private void Remind(HashSet<string> awaited)
    {
        string[] waiting;
        lock (_told) waiting = awaited.Where(name => _told.GetValueOrDefault(name) == Standing.Coming).Order().ToArray();
        if (waiting.Length > 0) output.WriteLine($"  {_clock.Elapsed.TotalSeconds,6:0.0} s  still waiting for {string.Join(", ", waiting)}");
    }

    private enum Standing
    {
        Coming,
        Ready,
        Failed,
    }
}
