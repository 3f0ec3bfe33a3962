using System.Text.Json;
using Streamix.Discovery.Tests.Engines;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Discovery.Tests.Searching;

public sealed class SearchTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Search_WithASlip_FindsTitleAndTellsWhatWasMeant()
    {
        var found = await (await host.ViewerAsync()).FindAsync("?q=the%20matirx");
        var hit = found.GetProperty("items")[0];
        hit.GetProperty("titleId").GetGuid().ShouldBe(Library.Id("The Matrix"));
        hit.GetProperty("rating").GetProperty("label").GetString().ShouldBe("16");
        found.GetProperty("corrected").GetString().ShouldBe("the matrix");
        hit.GetProperty("highlights").GetProperty("title").EnumerateArray().Single(p => p.GetProperty("match").GetBoolean()).GetProperty("text").GetString().ShouldBe("Matrix");
    }

    [Fact]
    public async Task Search_WithoutWords_BrowsesByPopularity() =>
        (await (await host.ViewerAsync()).TitlesAsync("?limit=2")).ShouldBe(["Caravan", "Children of Dune"]);

    [Fact]
    public async Task Search_ByAChild_FindsOnlyWhatIsForChildren()
    {
        var child = await host.ViewerAsync(maturity: 6);
        (await child.TitlesAsync()).ShouldBe(["Le Fabuleux Destin d'Amélie Poulain", "Bluebird Lane", "The Lost Egg"]);
        (await child.TitlesAsync("?q=matrix")).ShouldBeEmpty();
        (await child.TitlesAsync("?maturity=18")).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("US", true)]
    [InlineData("DE", false)]
    public async Task Search_Country_IsTheAccounts(string country, bool seen) =>
        (await (await host.ViewerAsync(country: country)).TitlesAsync("?q=stripes")).Length.ShouldBe(seen ? 1 : 0);

    [Fact]
    public async Task Search_ProfileNotKnownYet_StrictestOfTheAccountHolds()
    {
        var (account, adult, child) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await host.As(account).TitlesAsync()).ShouldBe(["Bluebird Lane", "The Lost Egg"]);
        await host.QueryAsync(async db =>
        {
            db.Profiles.Add(new() { ProfileId = adult, AccountId = account, Maturity = 18, Revision = 1 });
            db.Profiles.Add(new() { ProfileId = child, AccountId = account, Maturity = 6, Revision = 1 });
            return await db.SaveChangesAsync();
        });
        (await host.As(account).TitlesAsync()).Length.ShouldBe(3);
        (await host.As(account, Guid.CreateVersion7()).TitlesAsync()).Length.ShouldBe(3);
        (await host.As(account, adult).TitlesAsync("?q=matrix")).ShouldNotBeEmpty();
        (await host.As(Guid.CreateVersion7(), adult).TitlesAsync("?q=matrix")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_Filters_AreTaken() =>
        (await (await host.ViewerAsync()).TitlesAsync("?type=movie&genre=war&genre=romance&yearFrom=1960&yearTo=2005&sort=oldest&language=en&language=fr"))
            .ShouldBe(["The Great Escape", "Le Fabuleux Destin d'Amélie Poulain"]);

    [Fact]
    public async Task Search_Facets_AreCounted()
    {
        var found = await (await host.ViewerAsync()).FindAsync("?q=keanu&facets=true&limit=1");
        found.GetProperty("total").GetProperty("count").GetInt64().ShouldBe(3);
        var genres = found.GetProperty("facets").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "genre");
        genres.GetProperty("values")[0].GetProperty("value").GetString().ShouldBe("action");
        found.GetProperty("people")[0].GetProperty("name").GetString().ShouldBe("Keanu Reeves");
    }

    [Fact]
    public async Task Search_AcceptLanguage_ChoosesTexts()
    {
        var client = await host.ViewerAsync();
        client.DefaultRequestHeaders.Add("Accept-Language", "fr;q=0.3, de-AT;q=0.9, *;q=0.1");
        (await client.FindAsync("?q=matrix")).GetProperty("items")[0].GetProperty("title").GetString().ShouldBe("Matrix");
        (await client.FindAsync("?q=matrix&lang=en")).GetProperty("items")[0].GetProperty("title").GetString().ShouldBe("The Matrix");
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sort=title")]
    [InlineData("&q=keanu%20desert%20dune")]
    public async Task Search_PageByPage_GivesEverythingOnce(string query)
    {
        var client = await host.ViewerAsync();
        var whole = await client.TitlesAsync($"?limit=100{query}");
        List<string> paged = [];
        for (string? after = ""; after is not null;)
        {
            var page = await client.FindAsync($"?limit=2{query}&after={after}");
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(t => t.GetProperty("originalTitle").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        paged.ShouldBe(whole);
    }

    [Fact]
    public async Task Search_CursorOfAnotherSearch_IsRefused()
    {
        var client = await host.ViewerAsync();
        var next = (await client.FindAsync("?limit=1&sort=title")).GetProperty("next").GetString();
        (await client.GetAsync($"/search?limit=1&sort=newest&after={next}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/search?after=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("?limit=0", 400, "limit")]
    [InlineData("?limit=101", 400, "limit")]
    [InlineData("?type=cartoon", 422, "type")]
    [InlineData("?genre=drama&genre=nonsense", 422, "genre")]
    [InlineData("?yearFrom=12", 422, "yearFrom")]
    [InlineData("?yearFrom=2000&yearTo=1999", 422, "yearTo")]
    [InlineData("?maturity=21", 422, "maturity")]
    [InlineData("?language=english_GB", 422, "language")]
    [InlineData("?sort=random", 422, "sort")]
    [InlineData("?person=somebody", 400, "person")]
    public async Task Search_Unacceptable_SaysWhatIsWrong(string query, int status, string field)
    {
        var answer = await (await host.ViewerAsync()).GetAsync($"/search{query}");
        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task Search_TooLongText_IsRefused() =>
        (await (await host.ViewerAsync()).GetAsync($"/search?q={new string('a', 201)}")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task Explain_IsForAdministratorsOnly()
    {
        (await (await host.ViewerAsync()).GetAsync("/search?q=matrix&explain=true")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var found = await (await host.ViewerAsync(roles: Roles.Admin)).FindAsync("?q=matrix&explain=true");
        found.GetProperty("explanation").GetProperty("country").GetString().ShouldBe("DE");
        found.GetProperty("items")[0].GetProperty("score").GetProperty("exact").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Search_WithoutAUser_IsRefused()
    {
        (await host.CreateClient().GetAsync("/search")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Streamix.Testing.Tokens.TokenHttpClientExtensions.AsService(host.CreateClient(), host.Tokens.Service("discovery-homepage")).GetAsync("/search")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
