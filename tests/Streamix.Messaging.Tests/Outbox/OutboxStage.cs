using Microsoft.Extensions.DependencyInjection;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Tests.Outbox;

/// <summary>Nodes on one database, with a bus that records; they hardly ever look by themselves whether there is something to send.</summary>
internal sealed class OutboxStage : IAsyncLifetime
{
    private readonly List<KitNode> _nodes = [];
    private KitSettings _settings = null!;

    public RecordingBus Bus { get; } = new();

    public async Task InitializeAsync()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await KitDatabase.CreateAsync(database);
        _settings = new("recording", database, database) { More = new Dictionary<string, string> { ["Messaging:PollInterval"] = "00:10:00" } };
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    /// <summary>Offers again soon what nobody listened to, and soon lets it go.</summary>
    public KitSettings Impatient(params (string, string)[] more)
    {
        var settings = new Dictionary<string, string>(_settings.More) { ["Messaging:UnroutedProbe"] = "00:00:00.050", ["Messaging:UnroutedRetention"] = "00:00:00.200" };
        foreach (var (key, value) in more)
            settings[key] = value;
        return _settings with { More = settings };
    }

    public async Task<int> RowsAsync(string type = "%")
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_settings.PublisherDb);
        await using var count = source.CreateCommand("SELECT count(*)::int FROM outbox WHERE type LIKE $1");
        count.Parameters.AddWithValue(type);
        return (int)(await count.ExecuteScalarAsync())!;
    }

    public async Task<KitNode> StartAsync(Role role, KitSettings? settings = null)
    {
        var node = await KitNode.StartAsync(role, settings ?? _settings, configure: builder => builder.Services.AddSingleton<IEventBus>(Bus));
        _nodes.Add(node);
        return node;
    }
}
