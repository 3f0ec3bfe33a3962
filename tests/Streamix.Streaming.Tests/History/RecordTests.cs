using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.Tests.History.Hosting;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Streaming.WatchHistory.Recording;
using Streamix.Testing.Engines;
using V1 = Streamix.Streaming.Contracts.History.V1;

namespace Streamix.Streaming.Tests.History;

public sealed class RecordTests : IAsyncLifetime
{
    private readonly HistoryHost _host = new() { Settings = new() { ["History:Gather"] = "00:00:00.005" } };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private DateTimeOffset Now => _host.Time.GetUtcNow();

    [Fact]
    public async Task Record_ThenResume_GoesOnWhereItStopped()
    {
        var (who, title, at) = (Viewing.Somebody(), Guid.CreateVersion7(), Now.AddMinutes(-1));
        (await _host.ResumeAsync(who, title)).ShouldBe(new V1.ResumeAnswer());
        await _host.RecordAsync(who.At(title, 123.5, at));
        var resumed = await _host.ResumeAsync(who, title);
        (resumed.Position, resumed.Completed).ShouldBe((123.5, false));
        resumed.PlayedAt.ToDateTimeOffset().ShouldBe(at, TimeSpan.FromMilliseconds(1));
        (await _host.ResumeAsync(who with { Profile = Guid.NewGuid() }, title)).ShouldBe(new V1.ResumeAnswer());
    }

    [Fact]
    public async Task Record_Late_NeverRewinds()
    {
        var (who, title) = (Viewing.Somebody(), Guid.CreateVersion7());
        await _host.RecordAsync(who.At(title, 300, Now.AddMinutes(-1)));
        await _host.RecordAsync(who.At(title, 100, Now.AddMinutes(-10)), who.At(title, 200, Now.AddMinutes(-5)));
        (await _host.ResumeAsync(who, title)).Position.ShouldBe(300);
        await _host.RecordAsync(who.At(title, 50, Now));
        (await _host.ResumeAsync(who, title)).Position.ShouldBe(50);
    }

    [Fact]
    public async Task Record_OfAClockFarAhead_DoesNotWinForLong()
    {
        var (who, title) = (Viewing.Somebody(), Guid.CreateVersion7());
        await _host.RecordAsync(who.At(title, 300, Now.AddYears(1)));
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        await _host.RecordAsync(who.At(title, 400, Now));
        (await _host.ResumeAsync(who, title)).Position.ShouldBe(400);
    }

    [Fact]
    public async Task Record_ToTheCredits_CompletesOnceAndBeginsAnew()
    {
        var (who, title) = (Viewing.Somebody(), Guid.CreateVersion7());
        await _host.RecordAsync(who.At(title, 899, Now.AddSeconds(-30)));
        for (var i = 0; i < 3; i++)
            await _host.RecordAsync(who.At(title, 905 + i, Now.AddSeconds(i - 20)));
        await _host.RecordAsync(who.At(title, 900, Now.AddSeconds(-25)));
        var resumed = await _host.ResumeAsync(who, title);
        (resumed.Position, resumed.Completed).ShouldBe((0.0, true));
        var told = (await _host.CompletionsAsync(who.Profile)).ShouldHaveSingleItem();
        (told.GetProperty("titleId").GetGuid(), told.GetProperty("accountId").GetGuid()).ShouldBe((title, who.Account));
    }

    [Fact]
    public async Task Record_WatchedAgain_IsCompletedAgain()
    {
        var (who, title) = (Viewing.Somebody(), Guid.CreateVersion7());
        await _host.RecordAsync(who.At(title, 950, Now.AddMinutes(-30)));
        await _host.RecordAsync(who.At(title, 20, Now.AddMinutes(-20)));
        (await _host.ResumeAsync(who, title)).Position.ShouldBe(20);
        (await _host.QueryAsync(db => db.Watched.SingleAsync(w => w.ProfileId == who.Profile))).CompletedAt.ShouldNotBeNull();
        await _host.RecordAsync(who.At(title, 950, Now.AddMinutes(-5)));
        (await _host.CompletionsAsync(who.Profile)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Record_CompletedOfflineAndToldLate_StillCounts()
    {
        var (who, title) = (Viewing.Somebody(), Guid.CreateVersion7());
        await _host.RecordAsync(who.At(title, 20, Now.AddMinutes(-1)));
        await _host.RecordAsync(who.At(title, 950, Now.AddHours(-3)));
        (await _host.ResumeAsync(who, title)).Position.ShouldBe(20);
        (await _host.CompletionsAsync(who.Profile)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Record_OfTwoDevicesAtOnce_TheLatestPlaybackTimeWins()
    {
        await using var replica = _host.Replica();
        var (who, title, start) = (Viewing.Somebody(), Guid.CreateVersion7(), Histories.Start);
        var (living, kitchen) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = (_host.Calls(), replica.Calls());
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0
            ? first.RecordAsync(new() { Positions = { who.At(title, 100 + i, start.AddSeconds(i), playback: living) } })
            : second.RecordAsync(new() { Positions = { who.At(title, 700 - i, start.AddSeconds(i), playback: kitchen) } })).ResponseAsync));
        var row = await _host.QueryAsync(db => db.Watched.AsNoTracking().SingleAsync(w => w.ProfileId == who.Profile));
        (row.Seconds, row.PlaybackId, row.FirstPlayedAt).ShouldBe((661.0, kitchen, start));
    }

    [Fact]
    public async Task Record_CaughtUpAfterBeingOffline_WinsWhereItWasPlayedLater()
    {
        var (who, begun, resumed) = (Viewing.Somebody(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await _host.RecordAsync(who.At(begun, 600, Now.AddHours(-2)), who.At(resumed, 600, Now.AddHours(-6)));
        await _host.RecordAsync([.. Enumerable.Range(0, 30).SelectMany(i => new[] { who.At(begun, 10 * i, Now.AddHours(-5).AddSeconds(10 * i)), who.At(resumed, 10 * i, Now.AddHours(-5).AddSeconds(10 * i)) })]);
        (await _host.ResumeAsync(who, begun)).Position.ShouldBe(600);
        (await _host.ResumeAsync(who, resumed)).Position.ShouldBe(290);
    }

    [Fact]
    public async Task Record_CompletedOnTwoReplicasAtOnce_IsToldOnce()
    {
        await using var replica = _host.Replica();
        var (who, titles) = (Viewing.Somebody(), Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToArray());
        var (first, second) = (_host.Calls(), replica.Calls());
        foreach (var title in titles)
            await Task.WhenAll(
                first.RecordAsync(new() { Positions = { who.At(title, 950, Now.AddSeconds(-10)) } }).ResponseAsync,
                second.RecordAsync(new() { Positions = { who.At(title, 951, Now.AddSeconds(-9)) } }).ResponseAsync);
        (await _host.CompletionsAsync(who.Profile)).Select(e => e.GetProperty("titleId").GetGuid()).ShouldBe(titles, ignoreOrder: true);
    }

    [Fact]
    public async Task Record_WhileTheDatabaseIsAway_IsRefusedAtOnce()
    {
        await using var host = new HistoryHost { Database = $"Host=127.0.0.1;Port={FreePorts.Take()};Database=a;Username=a;Password=a" };
        var (calls, who) = (host.Calls(), Viewing.Somebody());
        for (var i = 0; i < 3; i++)
        {
            var call = calls.RecordAsync(new() { Positions = { who.At(Guid.CreateVersion7(), 1, Now) } }, deadline: DateTime.UtcNow.AddSeconds(5));
            (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);
        }
    }

    [Fact]
    public async Task Record_OfOneTitleManyTimes_TakesOnePlaceAmongThoseWrittenTogether()
    {
        await using var host = new HistoryHost { Database = _host.Database, Time = _host.Time, Settings = new() { ["History:Gather"] = "00:00:01", ["History:Together"] = "2" } };
        V1.Position[] CatchUp(Viewing who, Guid title) => [.. Enumerable.Range(1, 50).Select(i => who.At(title, i, Histories.Start.AddSeconds(i)))];
        await Task.WhenAll(host.RecordAsync(CatchUp(Viewing.Somebody(), Guid.CreateVersion7())), host.RecordAsync(CatchUp(Viewing.Somebody(), Guid.CreateVersion7())));
        var rows = await _host.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT xmin::text AS \"Value\" FROM positions").ToListAsync());
        (rows.Count, rows.Distinct().Count()).ShouldBe((2, 1)); // by one transaction
    }

    [Fact]
    public async Task Record_OfATitleAgain_WritesToNoIndex()
    {
        var (who, title) = (Viewing.Somebody(), Guid.CreateVersion7());
        await _host.RecordAsync(who.At(title, 100, Histories.Start));
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HistoryDb>();
        var hot = await db.InTransactionAsync(async token =>
        {
            var told = new Told(who.Account, who.Profile, title, Guid.CreateVersion7(), 110, 1000, 900, Histories.Start.AddSeconds(10));
            await scope.ServiceProvider.GetRequiredService<PositionWriter>().WriteAsync([MarkRules.Of(told, Now, new())], token);
            return await db.Database.SqlQuery<long>($"SELECT pg_stat_get_xact_tuples_hot_updated('positions'::regclass) AS \"Value\"").SingleAsync(token);
        });
        hot.ShouldBe(1);
        (await db.Database.SqlQuery<string>($"SELECT reloptions::text AS \"Value\" FROM pg_class WHERE oid = 'positions'::regclass").SingleAsync()).ShouldContain("fillfactor=80");
    }

    [Fact]
    public async Task Record_OfManyAtOnceOnTwoReplicas_LosesNothing()
    {
        await using var replica = _host.Replica();
        var (who, titles) = (Enumerable.Range(0, 10).Select(_ => Viewing.Somebody()).ToArray(), Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToArray());
        var start = Now.AddHours(-1);
        var positions = (from person in who from title in titles from step in Enumerable.Range(1, 20) select person.At(title, step * 10, start.AddSeconds(step))).ToArray();
        Random.Shared.Shuffle(positions);
        var (first, second) = (_host.Calls(), replica.Calls());
        await Task.WhenAll(positions.Chunk(7).Select((chunk, i) => (i % 2 == 0 ? first : second).RecordAsync(new() { Positions = { chunk } }).ResponseAsync));
        (await _host.QueryAsync(db => db.Watched.Select(w => w.Seconds).ToListAsync())).ShouldBe(Enumerable.Repeat(200.0, 30));
    }

    [Fact]
    public void Record_OfAnyHistoryInAnyOrder_LeavesTheSame() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(25), Prop.ForAll(
        (from history in Histories.Any from shuffled in Gen.Shuffle(history.Concat(history.Take(3)).ToArray()) from size in Gen.Choose(1, 5) select (history, shuffled, size)).ToArbitrary(),
        given => Task.Run(() => LeavesAsync(given.history, given.shuffled, given.size)).GetAwaiter().GetResult())); // not on the test's own thread, which waits

    private async Task<bool> LeavesAsync(IReadOnlyCollection<(double Seconds, int At)> history, (double Seconds, int At)[] shuffled, int size)
    {
        var who = Viewing.Somebody();
        await Task.WhenAll(shuffled.Chunk(size).Select(chunk => _host.RecordAsync([.. chunk.Select(p => who.At(Histories.Title, p.Seconds, Histories.Start.AddSeconds(p.At)))])));
        var row = await _host.QueryAsync(db => db.Watched.AsNoTracking().SingleAsync(w => w.ProfileId == who.Profile));
        new Left(row.Seconds, row.PlayedAt, row.Completed, row.CompletedAt, row.FirstPlayedAt).ShouldBe(Histories.Outcome(history));
        return true;
    }

    [Fact]
    public async Task Record_OfAnybodyElseOrNonsense_IsRefused()
    {
        var who = Viewing.Somebody();
        var good = who.At(Guid.CreateVersion7(), 5, Now);
        (await Should.ThrowAsync<RpcException>(_host.Calls("media-catalog").RecordAsync(new() { Positions = { good } }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(_host.Calls("media-catalog").ResumeAsync(new() { ProfileId = good.ProfileId, TitleId = good.TitleId }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        foreach (var spoil in (Action<V1.Position>[])[p => p.ProfileId = "x", p => p.Position_ = double.NaN, p => p.Position_ = -1, p => p.PlayedAt = null, p => p.Duration = double.PositiveInfinity])
        {
            var bad = good.Clone();
            spoil(bad);
            (await Should.ThrowAsync<RpcException>(_host.Calls().RecordAsync(new() { Positions = { good, bad } }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        }
        (await _host.QueryAsync(db => db.Watched.CountAsync())).ShouldBe(0);
    }
}
