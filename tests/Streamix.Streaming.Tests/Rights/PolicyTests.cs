using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Tests.Rights.Hosting;

namespace Streamix.Streaming.Tests.Rights;

/// <summary>The policy store: plans, plans of accounts, extra windows.</summary>
public sealed class PolicyTests : IAsyncLifetime
{
    private const string Plans = "/rights/admin/plans";
    private const string Windows = "/rights/admin/windows";
    private readonly RightsHost _host = new();
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _admin = _host.Admin();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private static object Draft(string code, int streams = 2) => new { code, name = "A plan", mostLines = 1080, streams, softwareTier = "hd", hardwareTier = "uhd" };

    private static object Change(int streams) => new { name = "Another", mostLines = 720, streams, softwareTier = "none", hardwareTier = "sd" };

    private async Task<(string Path, string Tag)> CreateAsync(string collection, object draft)
    {
        using var created = await _admin.PostAsJsonAsync(collection, draft);
        await created.ShouldBeAsync(201);
        using var read = await _admin.GetAsync(created.Headers.Location);
        await read.ShouldBeAsync(200);
        return (created.Headers.Location!.ToString(), read.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Plan_ItsWholeLife_IsVersionedAndAudited()
    {
        var (path, tag) = await CreateAsync(Plans, Draft("basic"));
        using var changed = await _admin.SendAsync(HttpMethod.Put, path, tag, Change(1));
        (await changed.ShouldBeAsync(200)).ShouldSatisfyAllConditions(
            p => p.GetProperty("streams").GetInt32().ShouldBe(1), p => p.GetProperty("code").GetString().ShouldBe("basic"), p => p.GetProperty("softwareTier").GetString().ShouldBe("none"));
        await (await _admin.SendAsync(HttpMethod.Put, path, tag, Change(2))).ShouldBeAsync(412);
        await (await _admin.SendAsync(HttpMethod.Delete, path, tag)).ShouldBeAsync(412);
        await (await _admin.SendAsync(HttpMethod.Put, path, null, Change(2))).ShouldBeAsync(428);
        await (await _admin.SendAsync(HttpMethod.Delete, path, changed.Headers.ETag!.Tag)).ShouldBeAsync(204);
        await (await _admin.GetAsync(path)).ShouldBeAsync(404);
        await (await _admin.SendAsync(HttpMethod.Put, path, tag, Change(2))).ShouldBeAsync(404);
        (await AuditOfAsync($"plan:{path.Split('/')[^1]}")).ShouldBe(["plan.created", "plan.changed", "plan.removed"]);
    }

    [Fact]
    public async Task Plan_MadeDefault_IsTheOnlyOneAndHoldsForAccountsWithoutOne()
    {
        var (first, _) = await CreateAsync(Plans, Draft("first"));
        var (second, _) = await CreateAsync(Plans, Draft("second"));
        await (await _admin.PostAsync($"{first}/default", null)).ShouldBeAsync(200);
        (await (await _admin.PostAsync($"{second}/default", null)).ShouldBeAsync(200)).GetProperty("isDefault").GetBoolean().ShouldBeTrue();
        (await (await _admin.GetAsync(first)).ShouldBeAsync(200)).GetProperty("isDefault").GetBoolean().ShouldBeFalse();
        var account = await (await _admin.GetAsync($"/rights/admin/accounts/{Guid.CreateVersion7()}/plan")).ShouldBeAsync(200);
        account.ShouldSatisfyAllConditions(a => a.GetProperty("plan").GetString().ShouldBe("second"), a => a.GetProperty("byDefault").GetBoolean().ShouldBeTrue());
    }

    [Fact]
    public async Task Plans_ListedByPages_AreAllThereOnce()
    {
        for (var i = 0; i < 5; i++)
            await CreateAsync(Plans, Draft($"plan-{i}"));
        List<string> codes = [];
        for (string? after = "", path = $"{Plans}?limit=2"; after is not null; path = $"{Plans}?limit=2&after={after}")
        {
            var page = await (await _admin.GetAsync(path)).ShouldBeAsync(200);
            codes.AddRange(page.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("code").GetString()!));
            after = page.GetProperty("next").GetString();
        }

        codes.ShouldBe(["plan-4", "plan-3", "plan-2", "plan-1", "plan-0"]);
        (await (await _admin.GetAsync($"{Plans}?code=plan-3")).ShouldBeAsync(200)).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Plan_OfACodeThatIsTaken_Is409AndARepeatGivesTheFirstAnswer()
    {
        using var keyed = _host.Admin();
        keyed.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var first = await (await keyed.PostAsJsonAsync(Plans, Draft("taken"))).ShouldBeAsync(201);
        (await (await keyed.PostAsJsonAsync(Plans, Draft("taken"))).ShouldBeAsync(201)).ToString().ShouldBe(first.ToString());
        await (await _admin.PostAsJsonAsync(Plans, Draft("taken"))).ShouldBeAsync(409);
    }

    [Theory]
    [InlineData("Code With Blanks", 2, "hd", 1080, "code")]
    [InlineData("ok", 0, "hd", 1080, "streams")]
    [InlineData("ok", 21, "hd", 1080, "streams")]
    [InlineData("ok", 2, "8k", 1080, "softwareTier")]
    [InlineData("ok", 2, "hd", 100, "mostLines")]
    public async Task Plan_WithWrongTerms_Is422(string code, int streams, string softwareTier, int mostLines, string field)
    {
        var problem = await (await _admin.PostAsJsonAsync(Plans, new { code, name = "A plan", mostLines, streams, softwareTier, hardwareTier = "uhd" })).ShouldBeAsync(422);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task AccountPlan_PutChangedAndRemoved_GoesByItsTag()
    {
        await CreateAsync(Plans, Draft("small"));
        await CreateAsync(Plans, Draft("large", 4));
        var account = Guid.CreateVersion7();
        var path = $"/rights/admin/accounts/{account}/plan";
        using var none = await _admin.GetAsync(path);
        (await none.ShouldBeAsync(200)).GetProperty("plan").GetString().ShouldBe("usual");
        using var put = await _admin.SendAsync(HttpMethod.Put, path, none.Headers.ETag!.Tag, new { plan = "small" });
        (await put.ShouldBeAsync(200)).GetProperty("byDefault").GetBoolean().ShouldBeFalse();
        await (await _admin.SendAsync(HttpMethod.Put, path, none.Headers.ETag.Tag, new { plan = "large" })).ShouldBeAsync(412);
        using var large = await _admin.SendAsync(HttpMethod.Put, path, put.Headers.ETag!.Tag, new { plan = "large" });
        await large.ShouldBeAsync(200);
        (await (await _admin.GetAsync("/rights/admin/account-plans?plan=large")).ShouldBeAsync(200)).GetProperty("items").EnumerateArray().Single().GetProperty("accountId").GetGuid().ShouldBe(account);
        await (await _admin.SendAsync(HttpMethod.Put, path, "*", new { plan = "absent" })).ShouldBeAsync(422);
        await (await _admin.SendAsync(HttpMethod.Delete, path, large.Headers.ETag!.Tag)).ShouldBeAsync(204);
        await (await _admin.SendAsync(HttpMethod.Delete, path, "*")).ShouldBeAsync(404);
        (await AuditOfAsync($"account:{account}")).ShouldBe(["account-plan.put", "account-plan.put", "account-plan.removed"]);
    }

    [Fact]
    public async Task Plan_ThatSomebodyIsOn_IsNotRemoved()
    {
        var (path, _) = await CreateAsync(Plans, Draft("held"));
        await (await _admin.SendAsync(HttpMethod.Put, $"/rights/admin/accounts/{Guid.CreateVersion7()}/plan", "*", new { plan = "held" })).ShouldBeAsync(200);
        await (await _admin.SendAsync(HttpMethod.Delete, path, "*")).ShouldBeAsync(409);
    }

    [Fact]
    public async Task Window_ItsWholeLife_IsVersionedAndAudited()
    {
        await CreateAsync(Plans, Draft("early"));
        var title = Guid.CreateVersion7();
        var draft = new { titleId = title, territory = "DE", from = Some.Now, until = Some.Now.AddDays(3), plan = "early" };
        var (path, tag) = await CreateAsync(Windows, draft);
        await (await _admin.PostAsJsonAsync(Windows, draft)).ShouldBeAsync(409);
        using var changed = await _admin.SendAsync(HttpMethod.Put, path, tag, new { territory = "*", from = Some.Now });
        (await changed.ShouldBeAsync(200)).ShouldSatisfyAllConditions(
            w => w.GetProperty("territory").GetString().ShouldBe("*"), w => w.GetProperty("until").ValueKind.ShouldBe(JsonValueKind.Null), w => w.GetProperty("plan").ValueKind.ShouldBe(JsonValueKind.Null));
        await (await _admin.SendAsync(HttpMethod.Put, path, tag, new { territory = "FR", from = Some.Now })).ShouldBeAsync(412);
        (await ListAsync($"?titleId={title}&territory=*")).ShouldBe(1);
        (await ListAsync($"?titleId={title}&plan=early")).ShouldBe(0);
        await (await _admin.SendAsync(HttpMethod.Delete, path, changed.Headers.ETag!.Tag)).ShouldBeAsync(204);
        (await ListAsync($"?titleId={title}")).ShouldBe(0);
        (await AuditOfAsync($"release-window:{path.Split('/')[^1]}")).ShouldBe(["release-window.created", "release-window.changed", "release-window.removed"]);
    }

    [Theory]
    [InlineData("de", 0, null, "territory")]
    [InlineData("DE", 0, null, "until")]
    [InlineData("DE", 1, "absent", "plan")]
    [InlineData("DE", 1, "Not A Code", "plan")]
    public async Task Window_WithWrongTerms_Is422(string territory, int days, string? plan, string field)
    {
        var until = territory == "de" ? Some.Now.AddDays(1) : Some.Now.AddDays(days);
        var problem = await (await _admin.PostAsJsonAsync(Windows, new { titleId = Guid.CreateVersion7(), territory, from = Some.Now, until, plan })).ShouldBeAsync(422);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    private async Task<int> ListAsync(string query) => (await (await _admin.GetAsync(Windows + query)).ShouldBeAsync(200)).GetProperty("items").GetArrayLength();

    private Task<List<string>> AuditOfAsync(string subject) => _host.QueryAsync(db =>
        db.Database.SqlQuery<string>($"SELECT convert_from(body, 'UTF8')::jsonb->>'action' AS \"Value\" FROM outbox WHERE subject = {subject} ORDER BY position").ToListAsync());
}
