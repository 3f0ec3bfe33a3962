using System.Text.Json.Nodes;

namespace Streamix.Media.Tests.Catalog;

public sealed class PeopleTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private const string People = "/catalog/admin/people";

    private HttpClient Editor => host.Editor();

    private async Task<Guid> CreatedAsync(string name) => (await CatalogHost.JsonAsync(await Editor.PostAsJsonAsync(People, new { name }))).GetProperty("id").GetGuid();

    [Fact]
    public async Task Create_SameNameTwice_HasAnotherSlug()
    {
        foreach (var slug in (string[])["jose-nunez", "jose-nunez-2"])
        {
            var person = await CatalogHost.JsonAsync(await Editor.PostAsJsonAsync(People, new { name = "José Núñez" }));
            person.GetProperty("content").GetProperty("slug").GetString().ShouldBe(slug);
        }
    }

    [Theory]
    [InlineData("""{"name":""}""", 422)]
    [InlineData("""{"name":"A","bornOn":"2000-01-01","diedOn":"1999-01-01"}""", 422)]
    [InlineData("""{"name":"A","slug":"A B"}""", 422)]
    [InlineData("""{"name":"A","biographies":[{"language":"en","text":"x"},{"language":"EN","text":"y"}]}""", 422)]
    [InlineData("""{"slug":"a"}""", 400)]
    public async Task Create_Unacceptable_IsRefused(string body, int status) =>
        await Editor.PostAsync(People, new StringContent(body, System.Text.Encoding.UTF8, "application/json")).ShouldBeAsync(status);

    [Fact]
    public async Task Change_OfAName_ChangesOpenTitlesToo()
    {
        var person = await CreatedAsync("Before");
        var id = await host.PublishedMovieAsync(CatalogCalls.Content().With("credits", new JsonArray(new JsonObject { ["personId"] = person.ToString(), ["department"] = "writer" })));
        var told = (await host.EventsAsync(id)).Count;
        var tag = (await Editor.GetAsync($"{People}/{person}")).Headers.ETag!.ToString();
        await Editor.SendAsync(HttpMethod.Put, $"{People}/{person}", new { name = "Before", birthPlace = "Utrecht" }, tag).ShouldBeAsync(200);
        (await host.EventsAsync(id)).Count.ShouldBe(told);
        await Editor.SendAsync(HttpMethod.Put, $"{People}/{person}", new { name = "After" }, tag).ShouldBeAsync(412);
        await Editor.SendAsync(HttpMethod.Put, $"{People}/{person}", new { name = "After" }).ShouldBeAsync(200);
        (await host.EventsAsync(id)).Count.ShouldBe(told + 1);
    }

    [Fact]
    public async Task Remove_WhoIsCredited_Is409()
    {
        var (credited, free) = (await CreatedAsync("Credited"), await CreatedAsync("Free"));
        await Editor.CreatedAsync("movie", CatalogCalls.Content().With("credits", new JsonArray(new JsonObject { ["personId"] = credited.ToString(), ["department"] = "cast" })));
        await Editor.SendAsync(HttpMethod.Delete, $"{People}/{credited}").ShouldBeAsync(409);
        await Editor.SendAsync(HttpMethod.Delete, $"{People}/{free}").ShouldBeAsync(204);
        await Editor.GetAsync($"{People}/{free}").ShouldBeAsync(404);
    }

    [Fact]
    public async Task List_ByAPartOfTheName_FindsThem()
    {
        await CreatedAsync("Zacharias Findling");
        var found = await CatalogHost.JsonAsync(await Editor.GetAsync($"{People}?name=FINDL"));
        found.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("content").GetProperty("name").GetString()).ShouldBe(["Zacharias Findling"]);
    }
}
