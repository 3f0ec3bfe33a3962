using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;
using Streamix.Auth.Session.Data;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.Testing;
using Streamix.Testing.Tokens;

namespace Streamix.Auth.Tests.Session;

public sealed class PersonalDataTests : IAsyncLifetime
{
    private readonly Guid _account = Guid.CreateVersion7();
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Export_HoldsMySessionsOnly()
    {
        var opened = await _host.OpenAsync(_account);
        await _host.OpenAsync();
        var parts = await (await (await ServiceAsync()).GetAsync($"/internal/personal-data/{_account}")).ShouldBeAsync(200);
        var session = parts.GetProperty("sessions").EnumerateArray().ShouldHaveSingleItem();
        (session.Text("id"), session.Text("device"), session.Text("address")).ShouldBe((opened.SessionId, "Firefox on Linux", "203.0.113.7"));
    }

    [Fact]
    public async Task Erase_LeavesNothingOfTheAccountAnywhere()
    {
        var opened = await _host.OpenAsync(_account);
        await _host.OpenAsync(_account);
        await LetDeviceInAsync(opened.AccessToken);
        await (await _host.CallsAsync("auth-identity")).RevokeAsync(new() { AccountId = _account.ToString(), SessionId = opened.SessionId, Reason = "revoked" });

        await Until.TrueAsync(async () =>
        {
            await (await (await ServiceAsync()).DeleteAsync($"/internal/personal-data/{_account}")).ShouldBeAsync(200);
            return (await TracesAsync()).Count == 0;
        }, "nothing is left");

        var again = await (await (await ServiceAsync()).DeleteAsync($"/internal/personal-data/{_account}")).ShouldBeAsync(200);
        again.EnumerateObject().Sum(p => p.Value.GetInt32()).ShouldBe(0);
        (await _host.Client().RefreshAsync(opened.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task PersonalData_AskedByAUser_IsRefused()
    {
        var opened = await _host.OpenAsync(_account);
        (await _host.Client(opened.AccessToken).GetAsync($"/internal/personal-data/{_account}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _host.Client().GetAsync($"/internal/personal-data/{_account}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpClient> ServiceAsync() => _host.Client().AsService(await _host.ServiceTokenAsync("users-account"));

    private async Task LetDeviceInAsync(string token)
    {
        var form = new FormUrlEncodedContent([new("client_id", "tv")]);
        var asked = await (await _host.Client().PostAsync("/session/device/authorizations", form)).ShouldBeAsync(200);
        await (await _host.Client(token).PostAsJsonAsync($"/session/device/{asked.Text("user_code")}", new { approve = true })).ShouldBeAsync(204);
    }

    /// <summary>Keys, values and rows in which the account's id stands.</summary>
    private async Task<List<string>> TracesAsync()
    {
        List<string> found = [];
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_host.Stores.Redis);
        var database = redis.GetDatabase();
        foreach (var server in redis.GetServers())
            await foreach (var key in server.KeysAsync(pattern: _host.Stores.Prefix + "*"))
                if (Mentions($"{key} {await DumpAsync(database, key)}"))
                    found.Add(key.ToString());
        var events = await _host.InScopeAsync((SessionDb db) => db.Database
            .SqlQuery<string>($"SELECT convert_from(body, 'UTF8') AS \"Value\" FROM outbox WHERE type = 'auth.session.opened'").ToListAsync());
        found.AddRange(events.Where(Mentions));
        return found;
    }

    private bool Mentions(string text) => text.Contains(_account.ToString("n"), StringComparison.Ordinal) || text.Contains(_account.ToString(), StringComparison.Ordinal);

    private static async Task<string> DumpAsync(IDatabase database, RedisKey key) => await database.KeyTypeAsync(key) switch
    {
        RedisType.String => (await database.StringGetAsync(key)).ToString(),
        RedisType.Hash => string.Join(' ', await database.HashGetAllAsync(key)),
        RedisType.Set => string.Join(' ', await database.SetMembersAsync(key)),
        RedisType.SortedSet => string.Join(' ', await database.SortedSetRangeByRankAsync(key)),
        RedisType.Stream => string.Join(' ', (await database.StreamRangeAsync(key)).SelectMany(e => e.Values).Select(v => v.Value)),
        _ => "",
    };
}
