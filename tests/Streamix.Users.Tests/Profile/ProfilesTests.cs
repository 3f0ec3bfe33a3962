using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Testing;

namespace Streamix.Users.Tests.Profile;

public sealed class ProfilesTests(ProfileHost host) : IClassFixture<ProfileHost>
{
    private readonly Guid _account = Guid.CreateVersion7();

    private HttpClient Me => host.User(_account);

    [Fact]
    public async Task Create_ThenRead_GivesTheProfile()
    {
        var made = await Me.CreateAsync("  Ana  Maria ", maturity: 16, language: "pt-br").ShouldBeAsync(201);
        var profile = await ProfileHost.JsonAsync(await Me.GetAsync(made.Headers.Location));
        profile.GetProperty("name").GetString().ShouldBe("Ana Maria");
        profile.GetProperty("maturity").GetInt32().ShouldBe(16);
        profile.GetProperty("language").GetString().ShouldBe("pt-BR");
        profile.GetProperty("hasPin").GetBoolean().ShouldBeFalse();
        profile.GetProperty("avatar").GetProperty("images").GetArrayLength().ShouldBe(4);
    }

    [Theory]
    [InlineData(false, null, 18)]
    [InlineData(true, null, 12)]
    [InlineData(true, 6, 6)]
    [InlineData(false, 0, 0)]
    public async Task Create_Maturity_IsTheUsualUnlessTold(bool kids, int? told, int maturity) =>
        (await Me.ReadAsync(await Me.CreatedAsync("Somebody", kids, told))).GetProperty("maturity").GetInt32().ShouldBe(maturity);

    [Theory]
    [InlineData("""{"name":""}""", 422, "name")]
    [InlineData("""{"name":"two\nlines"}""", 422, "name")]
    [InlineData("""{"name":"\u202Eana"}""", 422, "name")]
    [InlineData("""{"name":"a name of thirty-one characters"}""", 422, "name")]
    [InlineData("""{"name":"a","maturity":19}""", 422, "maturity")]
    [InlineData("""{"name":"a","maturity":-1}""", 422, "maturity")]
    [InlineData("""{"name":"a","kids":true,"maturity":13}""", 422, "maturity")]
    [InlineData("""{"name":"a","language":"english_GB"}""", 422, "language")]
    [InlineData("""{"name":null}""", 400, "name")]
    [InlineData("""{}""", 400, "name")]
    public async Task Create_Unacceptable_SaysWhatIsWrong(string body, int status, string field)
    {
        var answer = await Me.PostAsync("/profiles", new StringContent(body, System.Text.Encoding.UTF8, "application/json")).ShouldBeAsync(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
        (await Me.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_Repeated_IsOneProfile()
    {
        Guid[] made = new Guid[3];
        for (var i = 0; i < made.Length; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/profiles") { Content = JsonContent.Create(new { name = "Once" }) };
            request.Headers.Add("Idempotency-Key", "once");
            made[i] = (await ProfileHost.JsonAsync(await Me.SendAsync(request))).GetProperty("id").GetGuid();
        }
        made.Distinct().ShouldHaveSingleItem();
        (await Me.NamesAsync()).ShouldBe(["Once"]);
    }

    [Theory]
    [InlineData("Ana", "aNA")]
    [InlineData("Ana", " Ana ")]
    [InlineData("\u00c9lodie", "e\u0301lodie")]
    [InlineData("Ana", "\uff21na")]
    public async Task Create_NameOfAnother_Is409(string one, string other)
    {
        await Me.CreatedAsync(one);
        await Me.CreateAsync(other).ShouldBeAsync(409);
        (await host.User().CreateAsync(other)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Create_ManyAtOnce_StopsAtTheLimit()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => host.User(_account).CreateAsync($"P{i}")));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(5);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(19);
        (await Me.ListAsync()).Count.ShouldBe(5);
        await Me.CreateAsync("Sixth").ShouldBeAsync(409, "profile-limit");
    }

    [Fact]
    public async Task Slot_TakenTwice_IsRefusedByTheDatabase()
    {
        await Me.CreatedAsync("One");
        await Me.CreatedAsync("Two");
        var clash = await Should.ThrowAsync<Npgsql.PostgresException>(host.QueryAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE profiles SET slot = 1 WHERE account_id = {_account}")));
        clash.ConstraintName.ShouldBe("ux_profiles_slot");
    }

    [Fact]
    public async Task Change_WithTheReadVersion_ChangesItOnce()
    {
        var id = await Me.CreatedAsync("Before");
        var tag = (await Me.GetAsync($"/profiles/{id}")).Headers.ETag!.Tag;
        await Me.ChangeAsync(id, "After", ifMatch: tag).ShouldBeAsync(200);
        await Me.ChangeAsync(id, "Late", ifMatch: tag).ShouldBeAsync(412);
        await Me.ChangeAsync(id, "Blind", ifMatch: null).ShouldBeAsync(428);
        (await Me.NamesAsync()).ShouldBe(["After"]);
    }

    [Fact]
    public async Task Change_ManyAtOnceFromOneVersion_OneWins()
    {
        var id = await Me.CreatedAsync("Before");
        var tag = (await Me.GetAsync($"/profiles/{id}")).Headers.ETag!.Tag;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.User(_account).ChangeAsync(id, $"Writer {i}", ifMatch: tag)));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(7);
    }

    [Fact]
    public async Task Arrange_AllOfThem_IsTheOrderOfTheList()
    {
        Guid[] ids = [await Me.CreatedAsync("A"), await Me.CreatedAsync("B"), await Me.CreatedAsync("C")];
        await Me.PutAsJsonAsync("/profiles/order", new { profiles = ids.Reverse() }).ShouldBeAsync(204);
        (await Me.NamesAsync()).ShouldBe(["C", "B", "A"]);
        foreach (var wrong in (Guid[][])[[ids[0]], [ids[0], ids[0], ids[1]], [ids[0], ids[1], Guid.NewGuid()], []])
            await Me.PutAsJsonAsync("/profiles/order", new { profiles = wrong }).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Delete_AllButTheLast()
    {
        Guid first = await Me.CreatedAsync("First"), second = await Me.CreatedAsync("Second");
        await Me.DeleteAsync($"/profiles/{first}").ShouldBeAsync(204);
        await Me.DeleteAsync($"/profiles/{first}").ShouldBeAsync(404);
        await Me.DeleteAsync($"/profiles/{second}").ShouldBeAsync(409, "last-profile");
    }

    [Fact]
    public async Task Delete_BothAtOnce_OneStays()
    {
        Guid[] ids = [await Me.CreatedAsync("First"), await Me.CreatedAsync("Second")];
        var answers = await Task.WhenAll(ids.Select(id => host.User(_account).DeleteAsync($"/profiles/{id}")));
        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([204, 409]);
        (await Me.ListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AccountWithAChild_Managing_NeedsAFreshProofInWhicheverProfile()
    {
        Guid child = await Me.CreatedAsync("Child", kids: true), adult = await Me.CreatedAsync("Adult", maturity: 16);
        foreach (var profile in (Guid?[])[child, adult, null])
        {
            var remote = host.LongSince(_account, profile);
            (await remote.CreateAsync("Sneaky").ShouldBeAsync(401)).Headers.WwwAuthenticate.ToString().ShouldContain("insufficient_user_authentication");
            await remote.DeleteAsync($"/profiles/{adult}").ShouldBeAsync(401);
            await remote.ChangeAsync(child, "Child").ShouldBeAsync(401);
            await remote.ChangeAsync(adult, "Adult", maturity: 18).ShouldBeAsync(401);
            await remote.ChangeAsync(child, "Kiddo", kids: true).ShouldBeAsync(200);
        }
        await Me.ChangeAsync(child, "Grown").ShouldBeAsync(200);
    }

    [Fact]
    public async Task AccountWithoutAChild_Managing_NeedsNone()
    {
        var id = await Me.CreatedAsync("Adult", maturity: 16);
        var remote = host.LongSince(_account);
        await remote.ChangeAsync(id, "Adult", maturity: 18).ShouldBeAsync(200);
        await remote.CreateAsync("Other").ShouldBeAsync(201);
        await remote.DeleteAsync($"/profiles/{id}").ShouldBeAsync(204);
    }

    [Fact]
    public async Task Stranger_OnEveryRoute_FindsNothing()
    {
        var id = await Me.CreatedAsync("Mine");
        var stranger = host.User();
        await stranger.CreatedAsync("Theirs");
        await stranger.GetAsync($"/profiles/{id}").ShouldBeAsync(404);
        await stranger.ChangeAsync(id, "Stolen").ShouldBeAsync(404);
        await stranger.DeleteAsync($"/profiles/{id}").ShouldBeAsync(404);
        await stranger.SetPinAsync(id, "1234").ShouldBeAsync(404);
        await stranger.DeleteAsync($"/profiles/{id}/pin").ShouldBeAsync(404);
        await stranger.GetAsync($"/profiles/{id}/preferences").ShouldBeAsync(404);
        await stranger.SendAsync(HttpMethod.Put, $"/profiles/{id}/preferences", new { }, ifMatch: "*").ShouldBeAsync(404);
        await stranger.PutAsJsonAsync($"/profiles/{id}/avatar", new { builtIn = "face-teal" }).ShouldBeAsync(404);
        await stranger.DeleteAsync($"/profiles/{id}/avatar").ShouldBeAsync(404);
        await stranger.PutAsJsonAsync("/profiles/order", new { profiles = new[] { id } }).ShouldBeAsync(422);
        (await Me.ReadAsync(id)).GetProperty("name").GetString().ShouldBe("Mine");
    }

    [Fact]
    public async Task Nobody_OnEveryRoute_Is401()
    {
        var (nobody, id) = (host.CreateClient(), Guid.CreateVersion7());
        await nobody.GetAsync("/profiles").ShouldBeAsync(401);
        await nobody.CreateAsync("Nobody").ShouldBeAsync(401);
        await nobody.GetAsync($"/profiles/{id}").ShouldBeAsync(401);
        await nobody.GetAsync("/profiles/avatars/face-teal/64").ShouldBeAsync(401);
        await nobody.PostAsJsonAsync($"/internal/profiles/{id}/entries", new { accountId = id }).ShouldBeAsync(401);
        await host.Service().GetAsync("/profiles").ShouldBeAsync(403);
    }

    [Fact]
    public async Task Events_OfAProfile_AreStagedWithIt()
    {
        Guid first = await Me.CreatedAsync("First"), _ = await Me.CreatedAsync("Second");
        await Me.ChangeAsync(first, "Changed", maturity: 7).ShouldBeAsync(200);
        await Me.DeleteAsync($"/profiles/{first}").ShouldBeAsync(204);
        var subject = _account.ToString("n");
        var types = await host.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT type AS \"Value\" FROM outbox WHERE subject = {subject} ORDER BY position").ToListAsync());
        types.ShouldBe(["users.profile.created", "users.profile.created", "users.profile.changed", "users.profile.removed"]);
    }

    [Fact]
    public async Task OpenApi_TellsOfEveryRouteWithExamples()
    {
        var document = await ProfileHost.JsonAsync(await host.CreateClient().GetAsync("/openapi/v1.json"));
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Count().ShouldBeGreaterThan(16);
        document.GetProperty("components").GetProperty("schemas").GetProperty("ProfileDraft").GetProperty("properties").GetProperty("name")
            .GetProperty("examples")[0].GetString().ShouldBe("Ana");
        OpenApiExamples.Missing(document).ShouldBeEmpty();
    }
}
