using System.Collections.Concurrent;
using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>A platform of its own whose parts may be killed, with limits that do not hinder many sign-ups, and a gateway that believes each newcomer's address.</summary>
public sealed class MortalGraph : AccountsGraph
{
    private static readonly string[] Limited = ["users-account", "auth-identity", "auth-session"];
    private readonly ConcurrentDictionary<string, int> _services = new(StringComparer.Ordinal);
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
    internal int? ProcessOf(string resource)
    {
        if (_services.TryGetValue(resource, out var id)) return id;
        var file = Path.Combine(Data, resource, "pid");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), out id) ? id : null;
    }

    /// <summary>The states a service went through, as the dashboard shows them.</summary>
    internal IReadOnlyList<string> StatesOf(string resource) => [.. _told.Where(told => told.Resource == resource).Select(told => told.State)];

    /// <summary>kill -9, to which nobody can answer. False when there is nothing to kill just now.</summary>
    internal async Task<bool> TryKillAsync(string resource)
    {
        try
        {
            if (ProcessOf(resource) is not { } id) return false;
            using var process = Process.GetProcessById(id);
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
            if (state == KnownResourceStates.Running && change.Snapshot.HealthStatus == HealthStatus.Healthy && id is not null) _services[change.Resource.Name] = Convert.ToInt32(id, null);
            else _services.TryRemove(change.Resource.Name, out _);
        }
    }
}
