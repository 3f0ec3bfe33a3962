using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.Tests.History.Hosting;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Streaming.Tests.History;

/// <summary>The database is killed while positions come in: what was acknowledged is there.</summary>
public sealed class DurabilityTests : IAsyncLifetime
{
    private PostgresServer _server = null!;
    private HistoryHost _host = null!;

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        _host = new() { Database = await _server.CreateDatabaseAsync("history") };
        var options = new DbContextOptionsBuilder<HistoryDb>();
        options.UseNpgsql(_host.Database).UseServiceConventions();
        await using var db = new HistoryDb(options.Options);
        await db.Database.MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)_host).DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Acknowledged_PositionsSurviveTheDeathOfTheDatabase()
    {
        var (who, start, acknowledged) = (Viewing.Somebody(), DateTimeOffset.UtcNow.AddHours(-1), new Dictionary<Guid, double>());
        using var stop = new CancellationTokenSource();
        var players = Enumerable.Range(0, 8).Select(_ => PlayAsync(Guid.CreateVersion7())).ToArray();
        await Until.TrueAsync(() => Count() > 200, "positions come in");
        await _server.KillAndRestartAsync();
        var before = Count();
        await Until.TrueAsync(() => Count() > before + 200, "positions come in again");
        await stop.CancelAsync();
        await Task.WhenAll(players);
        var kept = await _host.QueryAsync(db => db.Watched.ToDictionaryAsync(w => w.TitleId, w => w.Seconds));
        foreach (var (title, seconds) in acknowledged)
            kept[title].ShouldBeGreaterThanOrEqualTo(seconds);

        int Count()
        {
            lock (acknowledged)
                return (int)acknowledged.Values.Sum();
        }

        async Task PlayAsync(Guid title)
        {
            var calls = _host.Calls();
            for (var second = 1; !stop.IsCancellationRequested; second++)
            {
                try
                {
                    await calls.RecordAsync(new() { Positions = { who.At(title, second, start.AddSeconds(second), creditsAt: 0, duration: 100_000) } }, deadline: DateTime.UtcNow.AddSeconds(5));
                    lock (acknowledged)
                        acknowledged[title] = second;
                }
                catch (RpcException)
                {
                    await Task.Delay(20);
                }
            }
        }
    }
}
