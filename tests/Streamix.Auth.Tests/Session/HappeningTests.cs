using System.Text;
using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;
using Streamix.Auth.Session.Data;
using Streamix.Auth.Session.Telling;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.Testing;

namespace Streamix.Auth.Tests.Session;

public sealed class HappeningTests : IAsyncLifetime
{
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Sessions_OpenedAndEnded_AreToldOnceAndInOrder()
    {
        var account = Guid.CreateVersion7();
        var opened = await _host.OpenAsync(account);
        await _host.Client(opened.AccessToken).PostAsync("/session/sign-out", null);
        await Until.TrueAsync(async () => (await ToldAsync(account)).Count == 2, "both are told");

        var told = await ToldAsync(account);
        told.Select(t => t.Type).ShouldBe(["auth.session.opened", "auth.session.ended"]);
        told[0].Body.ShouldNotContain("Firefox on Linux");
        told[1].Body.ShouldContain("signed-out");
    }

    [Fact]
    public async Task Courier_ThatDiedBeforeItRemovedAnEntry_TellsItOnce()
    {
        var account = Guid.CreateVersion7();
        await _host.OpenAsync(account);
        await Until.TrueAsync(async () => (await ToldAsync(account)).Count == 1, "it is told");
        var id = await _host.InScopeAsync((SessionDb db) => db.ToldHappenings.Select(t => t.Id).SingleAsync());
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_host.Stores.Redis);
        var stream = redis.GetDatabase();
        RedisKey key = _host.Stores.Prefix + "happenings";
        await Until.TrueAsync(async () => await stream.StreamLengthAsync(key) == 0, "it was removed");
        await stream.KeyDeleteAsync(key);
        await stream.StreamAddAsync(key, [new("kind", "opened"), new("account", account.ToString("n")), new("sid", "s"), new("at", 1), new("device", "d"), new("method", "m")], id);

        (await _host.InScopeAsync((HappeningCourier courier) => courier.CarryAsync(default))).ShouldBeInRange(0, 1);

        await Until.TrueAsync(async () => await stream.StreamLengthAsync(key) == 0, "it was removed again");
        (await ToldAsync(account)).Count.ShouldBe(1);
    }

    private Task<List<(string Type, string Body)>> ToldAsync(Guid account) => _host.InScopeAsync(async (SessionDb db) =>
    {
        var rows = await db.Database.SqlQuery<Row>($"SELECT type, body FROM outbox WHERE subject = {account.ToString("n")} ORDER BY position").ToListAsync();
        return rows.ConvertAll(r => (r.Type, Encoding.UTF8.GetString(r.Body)));
    });

    private sealed record Row(string Type, byte[] Body);
}
