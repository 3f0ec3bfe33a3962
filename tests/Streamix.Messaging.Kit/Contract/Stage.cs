using Microsoft.EntityFrameworkCore;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Faults;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Messaging.DeadLetters;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>The databases of a test and the nodes it started.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _nodes = [];

    private Stage(KitSettings settings) => Settings = settings;

    public KitSettings Settings { get; }

    public static async Task<Stage> CreateAsync(ITransportUnderTest transport, Func<KitSettings, KitSettings>? configure = null)
    {
        var postgres = await PostgresServer.SharedAsync();
        var settings = new KitSettings(transport.Bus, Lean(await postgres.CreateDatabaseAsync("pub")), Lean(await postgres.CreateDatabaseAsync("con")));
        await KitDatabase.CreateAsync(settings.PublisherDb);
        await KitDatabase.CreateAsync(settings.ConsumerDb);
        return new(configure?.Invoke(settings) ?? settings);
    }

    /// <summary>A process part that commits events and relays them.</summary>
    public Task<KitNode> PublisherAsync(FaultPlan? faults = null) => AddAsync(KitNode.StartAsync(Role.Relay, Settings, faults));

    /// <summary>A member of the consumer group; waits until it listens.</summary>
    public async Task<KitNode> ConsumerAsync(FaultPlan? faults = null, HandlerBehaviour? behaviour = null, KitSettings? settings = null)
    {
        var node = await AddAsync(KitNode.StartAsync(Role.Consume, settings ?? Settings, faults, behaviour));
        await Until.TrueAsync(() => node.Log.All.Any(l => l.Contains("listens to", StringComparison.Ordinal)), "the consumer listens");
        return node;
    }

    public Task AppliedAsync(int count, TimeSpan? within = null) =>
        Until.TrueAsync(async () => await KitDatabase.AppliedAsync(Settings.ConsumerDb) >= count, $"{count} events are applied", within ?? TimeSpan.FromMinutes(3));

    /// <summary>Waits until everything committed is applied, then a moment for what should not come, and judges.</summary>
    public async Task<Verdict> SettleAsync(TimeSpan? within = null)
    {
        await AppliedAsync(await KitDatabase.StagedAsync(Settings.PublisherDb), within);
        await Until.TrueAsync(async () => await OutboxAsync() == 0, "the outbox is empty", within);
        return await Verdict.OnAsync(Settings.PublisherDb, Settings.ConsumerDb);
    }

    public async Task<int> OutboxAsync()
    {
        await using var db = KitDatabase.Open(Settings.PublisherDb);
        return await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox").SingleAsync();
    }

    internal async Task<List<DeadLetter>> DeadLettersAsync(int count)
    {
        var letters = new List<DeadLetter>();
        await Until.TrueAsync(async () =>
        {
            await using var db = KitDatabase.Open(Settings.ConsumerDb);
            letters = await db.Set<DeadLetter>().AsNoTracking().OrderBy(l => l.Id).ToListAsync();
            return letters.Count >= count;
        }, $"{count} dead letters");
        return letters;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Enumerable.Reverse(_nodes))
            await node.DisposeAsync();
    }

    /// <summary>Many stages share one server: connections they no longer use go at once.</summary>
    private static string Lean(string connectionString) => $"{connectionString};Maximum Pool Size=15;Connection Idle Lifetime=2;Connection Pruning Interval=1";

    private async Task<KitNode> AddAsync(Task<KitNode> starting)
    {
        var node = await starting;
        _nodes.Add(node);
        return node;
    }
}
