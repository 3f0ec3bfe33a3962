using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Tests.History.Hosting;
using Streamix.Testing;
using V1 = Streamix.Streaming.Contracts.History.V1;

namespace Streamix.Streaming.Tests.History;

/// <summary>The service is killed with positions in its hands: what was acknowledged is there, and nothing that was never sent.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Players = 16;
    private readonly HistoryHost _host = new();
    private readonly ConcurrentDictionary<Guid, double> _sent = [];
    private readonly ConcurrentDictionary<Guid, double> _acknowledged = [];
    private readonly Viewing _who = Viewing.Somebody();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Kill9_InMidBatch_LosesNothingAcknowledged()
    {
        using var service = new HistoryProcess(_host);
        using var stop = new CancellationTokenSource();
        var token = _host.Tokens.Service("streaming-playback-context");
        var players = Enumerable.Range(0, Players).Select(_ => PlayAsync(service.Calls(token), stop.Token)).ToArray();
        for (var kills = 0; kills < 3; kills++)
        {
            await AdvancedAsync();
            service.KillAndRestart();
        }
        await AdvancedAsync();
        await stop.CancelAsync();
        await Task.WhenAll(players);

        var kept = await _host.QueryAsync(db => db.Watched.AsNoTracking().ToDictionaryAsync(w => w.TitleId, w => w.Seconds));
        _acknowledged.Count.ShouldBe(Players);
        foreach (var (title, seconds) in _acknowledged)
            kept[title].ShouldBeInRange(seconds, _sent[title]);
    }

    private async Task AdvancedAsync()
    {
        var before = _acknowledged.Values.Sum();
        await Until.TrueAsync(() => _acknowledged.Values.Sum() > before + 20 * Players, "positions come in");
    }

    private async Task PlayAsync(V1.History.HistoryClient calls, CancellationToken stopped)
    {
        var (title, start) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow.AddHours(-1));
        for (var second = 1; !stopped.IsCancellationRequested; second++)
        {
            _sent[title] = second;
            try
            {
                var position = _who.At(title, second, start.AddSeconds(second), creditsAt: 0, duration: 100_000);
                await calls.RecordAsync(new() { Positions = { position } }, deadline: DateTime.UtcNow.AddSeconds(5), cancellationToken: CancellationToken.None);
                _acknowledged[title] = second;
            }
            catch (RpcException)
            {
                await Task.Delay(20, CancellationToken.None); // it is away
            }
        }
    }
}
