using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Tests.Rights.Hosting;
using Streamix.Testing;
using Streamix.Testing.Tokens;

namespace Streamix.Streaming.Tests.Rights;

public sealed class RouteTests(RightsHost host) : IClassFixture<RightsHost>
{
    private async Task<JsonElement> DocumentAsync() => await (await host.CreateClient().GetAsync("/openapi/v1.json")).ShouldBeAsync(200);

    private async Task<List<(string Method, string Path, JsonElement Operation)>> OperationsAsync() =>
    [
        .. (await DocumentAsync()).GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/rights", StringComparison.Ordinal))
            .SelectMany(p => p.Value.EnumerateObject().Select(o => (o.Name.ToUpperInvariant(), p.Name, o.Value))),
    ];

    [Fact]
    public async Task EveryRoute_WithoutASessionOrForAViewer_IsClosed()
    {
        var operations = await OperationsAsync();
        operations.Count.ShouldBe(16);
        using var viewer = host.CreateClient().As(host.Tokens.User());
        foreach (var (method, path, _) in operations)
        {
            (await host.CreateClient().SendAsync(Request(method, path))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
            (await viewer.SendAsync(Request(method, path))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }
    }

    [Fact]
    public async Task EveryRoute_InTheDocument_HasASummaryAndExamples()
    {
        (await OperationsAsync()).ShouldAllBe(o => o.Operation.GetProperty("summary").GetString()!.Length > 0);
        OpenApiExamples.Missing(await DocumentAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Migrations_AndModel_Agree()
    {
        (await host.QueryAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
        (await host.QueryAsync(db => db.Database.GetAppliedMigrationsAsync())).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Metrics_AfterADecision_TellItsOutcome()
    {
        var home = await Household.SetAsync(host);
        await home.AdmitAsync();
        await home.AdmitAsync(change: r => r.ProfileId = "");
        var metrics = await host.CreateClient().GetStringAsync("/metrics");
        metrics.ShouldSatisfyAllConditions(
            m => m.ShouldContain("streamix_rights_decisions"), m => m.ShouldContain("outcome=\"allowed\""), m => m.ShouldContain("outcome=\"no-profile\""), m => m.ShouldNotContain(home.Account.ToString()));
    }

    private static HttpRequestMessage Request(string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", Guid.CreateVersion7().ToString()));
        if (method is "POST" or "PUT" && !path.EndsWith("/default", StringComparison.Ordinal))
            request.Content = JsonContent.Create(new { });
        return request;
    }
}
