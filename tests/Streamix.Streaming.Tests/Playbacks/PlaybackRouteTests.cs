using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.PlaybackContext.Ending;
using Streamix.Streaming.Tests.Playbacks.Hosting;
using Streamix.Testing;
using Streamix.Testing.Tokens;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class PlaybackRouteTests(PlaybackHost host) : IClassFixture<PlaybackHost>
{
    private async Task<JsonElement> DocumentAsync() => await host.CreateClient().GetAsync("/openapi/v1.json").ShouldBeAsync(200);

    [Fact]
    public async Task Document_OfTheService_ShowsEachRouteWithExamples()
    {
        var document = await DocumentAsync();
        var operations = document.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/playback", StringComparison.Ordinal)).SelectMany(p => p.Value.EnumerateObject().Select(o => o.Value)).ToArray();
        operations.Length.ShouldBe(9);
        operations.ShouldAllBe(o => o.GetProperty("summary").GetString()!.Length > 0);
        OpenApiExamples.Missing(document).ShouldBeEmpty();
    }

    [Fact]
    public async Task Routes_WithoutASession_AreClosedButForManifests()
    {
        var id = Guid.NewGuid();
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Get, ""), (HttpMethod.Get, $"/{id}"), (HttpMethod.Delete, $"/{id}"), (HttpMethod.Post, $"/{id}/renewals")])
            await host.CreateClient().SendAsync(new(method, PlaybackCalls.Route + path)).ShouldBeAsync(401);
        await host.CreateClient().GetAsync($"{PlaybackCalls.Route}/{id}/master.m3u8").ShouldBeAsync(404);
    }

    [Fact]
    public async Task Migrations_AndModel_Agree()
    {
        (await host.QueryAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
        (await host.QueryAsync(db => db.Database.GetAppliedMigrationsAsync())).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task PersonalData_OfAnAccount_IsExportedAndErased()
    {
        var claims = new UserClaims { Profile = Guid.CreateVersion7() };
        var (ended, playing) = ((await host.Viewer(claims).StartedAsync(host.Routes.Add().TitleId)).Id(), (await host.Viewer(claims).StartedAsync(host.Routes.Add().TitleId)).Id());
        await host.Viewer(claims).DeleteAsync($"{PlaybackCalls.Route}/{ended}").ShouldBeAsync(204);
        var asking = host.CreateClient().AsService(host.Tokens.Service("users-account"));
        var exported = (await asking.GetAsync($"/internal/personal-data/{claims.Account}").ShouldBeAsync(200)).GetProperty("playbacks");
        exported.EnumerateArray().Select(p => p.GetProperty("id").GetGuid()).ShouldBe([ended, playing]);
        await asking.DeleteAsync($"/internal/personal-data/{claims.Account}").ShouldBeAsync(200);
        host.Edges.Revoked.ShouldContain($"{playing}");
        (await host.QueryAsync(db => db.Playbacks.CountAsync(p => p.AccountId == claims.Account))).ShouldBe(0);
    }

    [Fact]
    public async Task PersonalData_WhileSomethingIsNotGivenBack_IsAskedForAgain()
    {
        var claims = new UserClaims { Profile = Guid.CreateVersion7() };
        await host.Viewer(claims).StartedAsync(host.Routes.Add().TitleId);
        var asking = host.CreateClient().AsService(host.Tokens.Service("users-account"));
        host.Edges.Reach.Down = true;
        await asking.DeleteAsync($"/internal/personal-data/{claims.Account}").ShouldBeAsync(503);
        host.Edges.Reach.Down = false;
        host.Time.Advance(TimeSpan.FromSeconds(5));
        await host.Get<ClosingRounds>().CloseAsync(default);
        await asking.DeleteAsync($"/internal/personal-data/{claims.Account}").ShouldBeAsync(200);
    }
}
