using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Tests.Rights.Hosting;

namespace Streamix.Streaming.Tests.Rights;

public sealed class ExplainTests(RightsHost host) : IClassFixture<RightsHost>
{
    private async Task<JsonElement> ExplainAsync(object question, string role = "support", int status = 200)
    {
        using var client = host.Admin(role);
        return await (await client.PostAsJsonAsync("/rights/explain", question)).ShouldBeAsync(status);
    }

    [Fact]
    public async Task Explain_ARefusal_TellsEveryCheckAndWhatPlays()
    {
        var home = await Household.SetAsync(host, maturity: 6);
        var adult = await Household.SetAsync(host);
        await adult.AdmitAsync();
        var child = await ExplainAsync(new { accountId = home.Account, profileId = home.Profile, titleId = home.Title.TitleId, country = "DE" });
        child.GetProperty("code").GetString().ShouldBe(RefusalCodes.AboveMaturity);
        child.GetProperty("checks").EnumerateArray().Single(c => !c.GetProperty("passed").GetBoolean()).ShouldSatisfyAllConditions(
            c => c.GetProperty("name").GetString().ShouldBe("maturity"), c => c.GetProperty("because").GetString().ShouldBe("from 12, the profile up to 6"));
        var playing = await ExplainAsync(new { accountId = adult.Account, profileId = adult.Profile, titleId = adult.Title.TitleId, address = "192.0.2.200", security = "hardware" });
        playing.ShouldSatisfyAllConditions(
            p => p.GetProperty("allowed").GetBoolean().ShouldBeTrue(), p => p.GetProperty("country").GetString().ShouldBe("AT"), p => p.GetProperty("streamLimit").GetInt32().ShouldBe(2),
            p => p.GetProperty("streams")[0].GetProperty("deviceName").GetString().ShouldBe("Firefox on Linux"));
    }

    [Fact]
    public async Task Explain_AnAccount_IsRecorded()
    {
        var home = await Household.SetAsync(host);
        await ExplainAsync(new { accountId = home.Account, profileId = (Guid?)null, titleId = home.Title.TitleId });
        var subject = $"account:{home.Account}";
        (await host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox WHERE subject = {subject}").SingleAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"country":"Germany"}""", "country")]
    [InlineData("""{"address":"here"}""", "address")]
    [InlineData("""{"security":"best"}""", "security")]
    [InlineData("""{"outputProtection":"hdmi"}""", "outputProtection")]
    public async Task Explain_WhatCannotBeMeant_Is422(string wrong, string field)
    {
        var question = JsonSerializer.Deserialize<Dictionary<string, object?>>(wrong)!;
        (question["accountId"], question["profileId"], question["titleId"]) = (Guid.CreateVersion7(), null, Guid.CreateVersion7());
        (await ExplainAsync(question, status: 422)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task Explain_ForOthers_IsClosed() => await ExplainAsync(new { accountId = Guid.CreateVersion7() }, "editor", 403);
}
