using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Tests.Session.Hosting;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Tests.Session;

/// <summary>What operators see and do of other people's sessions.</summary>
public sealed class AdministrationTests : IAsyncLifetime
{
    private const string Sessions = "/session/admin/sessions";
    private readonly FakeTimeProvider _time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Guid _account = Guid.CreateVersion7();
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync(_time);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task List_OfAnAccount_IsPagedLatestFirst()
    {
        List<string> opened = [];
        for (var i = 0; i < 3; i++)
        {
            opened.Insert(0, (await _host.OpenAsync(_account)).SessionId);
            _time.Advance(TimeSpan.FromMilliseconds(5));
        }
        await _host.OpenAsync();
        var support = await OperatorAsync("support");

        var first = await (await support.GetAsync($"{Sessions}?accountId={_account}&limit=2")).ShouldBeAsync(200);
        var second = await (await support.GetAsync($"{Sessions}?accountId={_account}&limit=2&after={first.GetProperty("next").GetString()}")).ShouldBeAsync(200);

        Ids(first).Concat(Ids(second)).ShouldBe(opened);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        first.GetProperty("items")[0].Text("device").ShouldBe("Firefox on Linux");
        await (await support.GetAsync(Sessions)).ShouldBeAsync(400);
    }

    [Fact]
    public async Task End_OneSession_EndsItAtOnceAndIsRecorded()
    {
        var (one, other) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account));
        var admin = await OperatorAsync("admin");

        await (await admin.DeleteAsync($"{Sessions}/{one.SessionId}")).ShouldBeAsync(204);

        await (await _host.Client().RefreshAsync(one.RefreshToken)).ShouldHaveEndedAsync("revoked");
        await _host.Client().RefreshedAsync(other.RefreshToken);
        await (await admin.DeleteAsync($"{Sessions}/{one.SessionId}")).ShouldBeAsync(404);
        var record = (await AuditAsync(admin, $"subject={one.SessionId}")).ShouldHaveSingleItem();
        (record.Text("action"), record.Text("target")).ShouldBe(("session.ended", $"account:{_account:n}/session:{one.SessionId}"));
        (await AuditAsync(admin, $"subject={_account}&action=session.")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task End_AllOfAnAccount_SparesOthers()
    {
        var (one, two, stranger) = (await _host.OpenAsync(_account), await _host.OpenAsync(_account), await _host.OpenAsync());
        var admin = await OperatorAsync("admin");

        var answer = await (await admin.DeleteAsync($"{Sessions}?accountId={_account}")).ShouldBeAsync(200);

        answer.GetProperty("ended").GetInt32().ShouldBe(2);
        await (await _host.Client().RefreshAsync(one.RefreshToken)).ShouldHaveEndedAsync("revoked");
        await (await _host.Client().RefreshAsync(two.RefreshToken)).ShouldHaveEndedAsync("revoked");
        await _host.Client().RefreshedAsync(stranger.RefreshToken);
        (await AuditAsync(admin, "action=account.signed-out")).ShouldHaveSingleItem().Text("target").ShouldBe($"account:{_account:n}");
    }

    [Fact]
    public async Task Support_LeavesThoseWithARoleAlone()
    {
        var editor = await OpenAsync("editor", _account);
        var support = await OperatorAsync("support");
        await (await support.DeleteAsync($"{Sessions}/{editor.SessionId}")).ShouldBeAsync(403);
        await (await support.DeleteAsync($"{Sessions}?accountId={_account}")).ShouldBeAsync(403);
        await _host.Client().RefreshedAsync(editor.RefreshToken);
        (await AuditAsync(support, "action=session.")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 403)]
    [InlineData("editor", 403)]
    public async Task Others_AreRefused(string? role, int status)
    {
        var victim = await _host.OpenAsync(_account);
        var client = role is null ? _host.Client() : await OperatorAsync(role);
        await (await client.GetAsync($"{Sessions}?accountId={_account}")).ShouldBeAsync(status);
        await (await client.DeleteAsync($"{Sessions}/{victim.SessionId}")).ShouldBeAsync(status);
        await (await client.DeleteAsync($"{Sessions}?accountId={_account}")).ShouldBeAsync(status);
        await _host.Client().RefreshedAsync(victim.RefreshToken);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("%2a")]
    public async Task End_OfNothing_Is404(string id) => await (await (await OperatorAsync("admin")).DeleteAsync($"{Sessions}/{id}")).ShouldBeAsync(404);

    private static async Task<List<JsonElement>> AuditAsync(HttpClient client, string query) =>
        [.. (await (await client.GetAsync($"/operations/audit?{query}")).ShouldBeAsync(200)).GetProperty("items").EnumerateArray()];

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(i => i.Text("id"));

    private async Task<HttpClient> OperatorAsync(string role) => _host.Client((await OpenAsync(role, Guid.CreateVersion7())).AccessToken);

    private Task<V1.Tokens> OpenAsync(string role, Guid account) => _host.OpenAsync(account, o => o.Roles.AddRange(role.Length > 0 ? [role] : []));
}
