using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Tests.History.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.History;

public sealed class HistoryRouteTests(HistoryHost host) : IClassFixture<HistoryHost>
{
    [Fact]
    public async Task Document_OfTheService_ShowsEachRouteWithExamples()
    {
        var document = await host.CreateClient().GetAsync("/openapi/v1.json").ShouldBeAsync(200);
        var operations = document.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/history", StringComparison.Ordinal)).SelectMany(p => p.Value.EnumerateObject().Select(o => o.Value)).ToArray();
        operations.Length.ShouldBe(8);
        operations.ShouldAllBe(o => o.GetProperty("summary").GetString()!.Length > 0);
        OpenApiExamples.Missing(document).ShouldBeEmpty();
    }

    [Fact]
    public async Task Migrations_AndModel_Agree()
    {
        (await host.QueryAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
        (await host.QueryAsync(db => db.Database.GetAppliedMigrationsAsync())).ShouldNotBeEmpty();
    }
}
