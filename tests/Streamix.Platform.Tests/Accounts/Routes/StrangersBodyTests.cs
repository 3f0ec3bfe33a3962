using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>Ids of somebody else that come in a body.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class StrangersBodyTests(AccountsGraph graph)
{
    [Fact]
    public async Task ProfileOfSomebodyElse_PickedOrArranged_IsRefused()
    {
        using var owner = await graph.People.ClientOfAsync(await graph.People.SomebodyAsync());
        using var stranger = await graph.People.ClientOfAsync(await graph.People.JoinAsync());
        var profile = (await owner.GetFromJsonAsync<JsonElement>("/api/v1/profiles")).GetProperty("items")[0].GetProperty("id").GetGuid();
        var violations = new Violations();

        using var picked = await stranger.PutAsJsonAsync("/api/v1/session/profile", new { profileId = profile });
        using var arranged = await stranger.PutAsJsonAsync("/api/v1/profiles/order", new { profiles = new[] { profile } });

        await violations.ExpectAsync("PUT /api/v1/session/profile", picked, 404);
        await violations.ExpectAsync("PUT /api/v1/profiles/order", arranged, 422);
        violations.ShouldBeNone();
    }

    [Fact]
    public async Task SessionOfSomebodyElse_SignedOutWithAMadeUpSecret_GoesOn()
    {
        var session = await graph.People.SignInAsync(await graph.People.SomebodyAsync());
        using var http = graph.CreateBareClient();

        using var answer = await http.PostAsJsonAsync("/api/v1/session/sign-out", new { refreshToken = session.RefreshToken[..^8] + "AAAAAAAA" });

        answer.IsSuccessStatusCode.ShouldBeTrue();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/account") { Headers = { Authorization = new("Bearer", session.AccessToken) } };
        using var still = await http.SendAsync(request);
        still.IsSuccessStatusCode.ShouldBeTrue();
    }
}
