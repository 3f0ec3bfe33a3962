using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Streamix.Platform.Tests.Accounts;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>What operators do with plans, and what they see of an account.</summary>
internal sealed class RightsOffice(HttpClient admin) : IDisposable
{
    public static async Task<RightsOffice> OpenAsync(AccountsGraph graph) => new(await graph.People.AdministratorAsync());

    /// <summary>Puts an account on a plan that nobody else has.</summary>
    public async Task PutOnPlanAsync(Guid account, int mostLines, int streams)
    {
        var code = $"plan-{Guid.NewGuid():n}"[..20];
        (await Reply.ReadAsync(admin.PostAsJsonAsync("/api/v1/rights/admin/plans", new { code, name = code, mostLines, streams, softwareTier = "hd", hardwareTier = "hd" }))).As<JsonElement>(201);
        var own = $"/api/v1/rights/admin/accounts/{account}/plan";
        using var present = await admin.GetAsync(own);
        using var request = new HttpRequestMessage(HttpMethod.Put, own) { Content = JsonContent.Create(new { plan = code }) };
        request.Headers.IfMatch.Add(present.Headers.ETag ?? EntityTagHeaderValue.Any);
        (await Reply.ReadAsync(admin.SendAsync(request))).As<JsonElement>();
    }

    /// <summary>Playbacks that hold a slot of the account.</summary>
    public async Task<IReadOnlyList<Guid>> SlotsAsync(Guid account, Guid profile, Guid title) =>
        [.. (await ExplainAsync(new { accountId = account, profileId = profile, titleId = title, country = "GB" })).GetProperty("streams").EnumerateArray().Select(stream => stream.GetProperty("playbackId").GetGuid())];

    public async Task<JsonElement> ExplainAsync(object question) => (await Reply.ReadAsync(admin.PostAsJsonAsync("/api/v1/rights/explain", question))).As<JsonElement>();

    public void Dispose() => admin.Dispose();
}
