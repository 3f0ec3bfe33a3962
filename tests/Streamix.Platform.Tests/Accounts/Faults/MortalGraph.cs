using System.Collections.Concurrent;
using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Streamix.Platform.Tests.Streaming;
using Xunit;

namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>A platform of its own whose parts may be killed, with limits that do not hinder many sign-ups, and a gateway that believes each newcomer's address.</summary>
public sealed class MortalGraph : AccountsGraph
{
    private static readonly string[] Limited = ["users-account", "auth-identity", "auth-session"];

    /// <summary>Several chunks of a few seconds; what is lost and what is left is found soon.</summary>
    private static readonly string[] Transcoder =
    [
        "Chunk=00:00:02", "Preset=ultrafast", "Lease=00:00:08", "Heartbeat=00:00:01", "Patience=00:00:02",
        "SweepEvery=00:00:02", "WorkGrace=00:00:03", "OrphansEvery=00:00:03", "OrphanAge=00:00:06",
    ];

    /// <summary>Longer than anything that is killed stays away, and short enough to be renewed meanwhile.</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string Resource, int Id)> _replicas = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Resource, string State)> _told = new();
    private readonly CancellationTokenSource _watching = new();
    private Task _watch = Task.CompletedTask;

    protected override IReadOnlyList<string> Arguments =>
    [
        .. Limited.Select(service => $"--Settings:{service}:RateLimits:SensitivePerMinute=100000"),
        "--Settings:infra-gateway:Gateway:Edge:TrustedProxies:0=127.0.0.1/32,::1/128",
        "--Settings:infra-gateway:Gateway:Limits:Classes:login:Address:Permits=100000",
        "--Settings:infra-gateway:Gateway:Limits:Classes:login:Address:Burst=100000",
        "--Settings:auth-identity:Messaging:Retry:Attempts=3",
        "--Settings:comms-email:Email:Sending:Lease=00:00:30",
        "--Settings:comms-email:Email:Sending:Timeout=00:00:15",
        "--Settings:comms-email:Email:Sending:RatePerSecond=100",
        "--Settings:media-catalog:Catalog:Lease=00:00:10",
        "--Settings:media-catalog:Catalog:SweepInterval=00:00:01",
        .. StreamingTerms.Arguments(TokenLifetime),
        .. from setting in Transcoder select $"--Settings:media-transcoder:Transcoder:{setting}",
    ];

    protected override int Gateways => 1;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _watch = Task.Run(WatchAsync);
    }

    public override async Task DisposeAsync()
    {
        await _watching.CancelAsync();
        await _watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _watching.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>The process of a service that is well, or of an engine's server; null while it has none.</summary>
    internal int? ProcessOf(string resource) => ProcessesOf(resource) is [var first, ..] ? first : null;

    /// <summary>The process of each replica that is well.</summary>
    internal IReadOnlyList<int> ProcessesOf(string resource)
    {
        if (_replicas.Values.Where(replica => replica.Resource == resource).Select(replica => replica.Id).ToArray() is { Length: > 0 } replicas) return replicas;
        var file = Path.Combine(Data, resource, "pid");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), out var id) ? [id] : [];
    }

    /// <summary>The states a service went through, as the dashboard shows them.</summary>
    internal IReadOnlyList<string> StatesOf(string resource) => [.. _told.Where(told => told.Resource == resource).Select(told => told.State)];

    /// <summary>kill -9 of one replica, to which nobody can answer. False when there is nothing to kill just now.</summary>
    internal async Task<bool> TryKillAsync(string resource, Random? random = null)
    {
        try
        {
            if (ProcessesOf(resource) is not { Count: > 0 } replicas) return false;
            using var process = Process.GetProcessById(replicas[random?.Next(replicas.Count) ?? 0]);
            process.Kill();
            await process.WaitForExitAsync();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    /// <summary>What the dashboard's button does.</summary>
    internal async Task CommandAsync(string resource, string command)
    {
        var target = Application.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(candidate => candidate.Name == resource);
        var result = await Application.ResourceCommands.ExecuteCommandAsync(target, command);
        if (!result.Success) throw new InvalidOperationException($"{command} {resource}: {result.Message}");
    }

    private async Task WatchAsync()
    {
        await foreach (var change in Application.ResourceNotifications.WatchAsync(_watching.Token))
        {
            if (change.Resource is not ProjectResource || change.Snapshot.State?.Text is not { } state) continue;
            _told.Enqueue((change.Resource.Name, state));
            var id = change.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value;
            if (state == KnownResourceStates.Running && change.Snapshot.HealthStatus == HealthStatus.Healthy && id is not null) _replicas[change.ResourceId] = (change.Resource.Name, Convert.ToInt32(id, null));
            else _replicas.TryRemove(change.ResourceId, out _);
        }
    }
}

[CollectionDefinition(nameof(MortalGraph))]
public sealed class MortalGraphCollection : ICollectionFixture<MortalGraph>;
