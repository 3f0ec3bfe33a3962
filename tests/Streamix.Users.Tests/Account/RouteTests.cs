using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Testing;

namespace Streamix.Users.Tests.Account;

public sealed class RouteTests(AccountHost host) : IClassFixture<AccountHost>
{
    private static readonly string[] Open = ["Register", "ReadErasureReceipt"];

    private async Task<List<(string Method, string Path, JsonElement Operation)>> OperationsAsync() =>
    [
        .. (await AccountHost.JsonAsync(await host.CreateClient().GetAsync("/openapi/v1.json"))).GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => (o.Name.ToUpperInvariant(), p.Name, o.Value))),
    ];

    [Fact]
    public async Task EveryRoute_WithoutASession_Is401()
    {
        var operations = await OperationsAsync();
        operations.Count.ShouldBeGreaterThan(25);
        foreach (var (method, path, operation) in operations.Where(o => !Open.Contains(o.Operation.GetProperty("operationId").GetString())))
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{id}", Guid.CreateVersion7().ToString()).Replace("{accountId}", Guid.CreateVersion7().ToString()));
            if (method is "POST" or "PUT")
                request.Content = JsonContent.Create(new { });
            (await host.CreateClient().SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
        }
    }

    [Fact]
    public async Task EveryRoute_InTheDocument_HasANameAndASummary()
    {
        foreach (var (method, path, operation) in await OperationsAsync())
        {
            operation.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty($"{method} {path}");
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty($"{method} {path}");
        }
    }

    [Fact]
    public async Task EveryRequest_InTheDocument_ShowsExamples() =>
        OpenApiExamples.Missing(await AccountHost.JsonAsync(await host.CreateClient().GetAsync("/openapi/v1.json"))).ShouldBeEmpty();

    [Fact]
    public async Task Migrations_AndModel_Agree() => (await host.QueryAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();

    [Fact]
    public async Task PersonalData_ForAUser_Is403() =>
        await host.User(await host.AccountAsync(), "admin").GetAsync($"/internal/personal-data/{Guid.CreateVersion7()}").ShouldAnswerAsync(403);
}
