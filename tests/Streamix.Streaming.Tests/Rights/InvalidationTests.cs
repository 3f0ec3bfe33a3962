using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Tests.Rights.Hosting;
using Streamix.Testing;
using V1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Tests.Rights;

/// <summary>A change made through one replica holds on the other, which has the facts in memory.</summary>
public sealed class InvalidationTests : IAsyncLifetime
{
    private readonly RightsHost _one = new();
    private RightsHost _two = null!;
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        await _one.InitializeAsync();
        _two = _one.Replica();
        await Task.WhenAll(_one.ListeningAsync(), _two.ListeningAsync());
        _admin = _one.Admin();
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    private async Task BecomesAsync(Household home, Func<V1.Decision, bool> condition, string what) =>
        await Until.TrueAsync(async () => condition(await _two.Calls().DecideAsync(home.Request())), what);

    [Fact]
    public async Task Plan_Changed_HoldsOnEveryReplica()
    {
        var home = await Household.SetAsync(_one, plan: new("Hd", 1080, 2, "hd", "hd"));
        await BecomesAsync(home, d => d.MostLines == 1080, "it is in memory");
        using var own = await _admin.GetAsync($"/rights/admin/accounts/{home.Account}/plan");
        var code = (await own.ShouldBeAsync(200)).GetProperty("plan").GetString();
        var plan = (await (await _admin.GetAsync($"/rights/admin/plans?code={code}")).ShouldBeAsync(200)).GetProperty("items")[0].GetProperty("id").GetGuid();
        await (await _admin.SendAsync(HttpMethod.Put, $"/rights/admin/plans/{plan}", "*", new { name = "Sd", mostLines = 480, streams = 1, softwareTier = "sd", hardwareTier = "sd" })).ShouldBeAsync(200);
        await BecomesAsync(home, d => d.MostLines == 480, "the change holds");
    }

    [Fact]
    public async Task AccountPlan_PutAndRemoved_HoldsOnEveryReplica()
    {
        var home = await Household.SetAsync(_one);
        await BecomesAsync(home, d => d.Plan == "usual", "it is in memory");
        await (await _admin.PostAsJsonAsync("/rights/admin/plans", new { code = "basic", name = "Basic", mostLines = 720, streams = 1, softwareTier = "sd", hardwareTier = "hd" })).ShouldBeAsync(201);
        await (await _admin.SendAsync(HttpMethod.Put, $"/rights/admin/accounts/{home.Account}/plan", "*", new { plan = "basic" })).ShouldBeAsync(200);
        await BecomesAsync(home, d => d is { Plan: "basic", MostLines: 576 }, "the plan holds");
        await (await _admin.SendAsync(HttpMethod.Delete, $"/rights/admin/accounts/{home.Account}/plan", "*")).ShouldBeAsync(204);
        await BecomesAsync(home, d => d.Plan == "usual", "the default holds again");
    }

    [Fact]
    public async Task Window_OpenedAndRemoved_HoldsOnEveryReplica()
    {
        var home = await Household.SetAsync(_one, title: Some.Document(12, new DocumentWindow("FR", Some.Now.AddDays(-1), null)));
        await BecomesAsync(home, d => d.Code == RefusalCodes.NotInCountry, "it is in memory");
        using var created = await _admin.PostAsJsonAsync("/rights/admin/windows", new { titleId = home.Title.TitleId, territory = "DE", from = Some.Now.AddDays(-1) });
        await created.ShouldBeAsync(201);
        await BecomesAsync(home, d => d.Allowed, "the window holds");
        await (await _admin.SendAsync(HttpMethod.Delete, created.Headers.Location!.ToString(), "*")).ShouldBeAsync(204);
        await BecomesAsync(home, d => d.Code == RefusalCodes.NotInCountry, "it is closed again");
    }

    [Fact]
    public async Task Decide_AgainAndAgain_AsksNobody()
    {
        var home = await Household.SetAsync(_one);
        await BecomesAsync(home, d => d.Allowed, "it is in memory");
        var asked = _two.Catalog.Asked;
        await _one.QueryAsync(db => db.Accounts.Where(a => a.AccountId == home.Account).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, "suspended"))); // and nobody was told
        _two.Catalog.IsDown = true;
        for (var i = 0; i < 20; i++)
            (await _two.Calls().DecideAsync(home.Request())).Allowed.ShouldBeTrue();
        _two.Catalog.Asked.ShouldBe(asked);
    }
}
