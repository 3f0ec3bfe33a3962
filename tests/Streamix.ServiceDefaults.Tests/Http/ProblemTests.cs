using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Http;

public sealed class ProblemTests(ParcelService parcels) : IClassFixture<ParcelService>
{
    private readonly HttpClient _client = parcels.Service.Client();

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(422)]
    [InlineData(428)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task EveryStatus_HowEverMade_HasTheSameShape(int status)
    {
        var made = await (await _client.GetAsync($"/parcels/problem/{status}")).ShouldBeProblemAsync(status);
        var bare = await (await _client.GetAsync($"/parcels/bare/{status}")).ShouldBeProblemAsync(status);
        made.GetProperty("type").GetString().ShouldBe(bare.GetProperty("type").GetString());
        made.GetProperty("title").GetString().ShouldBe(bare.GetProperty("title").GetString());
        made.GetProperty("detail").GetString().ShouldBe(bare.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Address_Unknown_Is404() => await (await _client.GetAsync("/nowhere")).ShouldBeProblemAsync(404);

    [Fact]
    public async Task Method_Unknown_Is405WithAllow()
    {
        var response = await _client.DeleteAsync("/parcels");
        await response.ShouldBeProblemAsync(405);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST"], ignoreOrder: true);
    }

    [Fact]
    public async Task Exception_Unexpected_Is500AndTellsNothing()
    {
        var problem = await (await _client.GetAsync("/parcels/fail")).ShouldBeProblemAsync(500);
        problem.ToString().ShouldNotContain("secret internals");
        problem.ToString().ShouldNotContain("Exception");
    }

    [Fact]
    public async Task Dependency_Down_Is503WithRetryAfter()
    {
        var response = await _client.GetAsync("/parcels/down");
        (await response.ShouldBeProblemAsync(503)).ToString().ShouldNotContain("elsewhere");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task TooMany_Is429WithWholeSeconds()
    {
        var response = await _client.GetAsync("/parcels/busy");
        await response.ShouldBeProblemAsync(429);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("/parcels?weight=x", "weight")]
    [InlineData("/parcels", "weight")]
    [InlineData("/parcels?weight=1&id=7", "id")]
    [InlineData("/parcels?weight=1&limit=ten", "limit")]
    [InlineData("/parcels?weight=1&limit=0", "limit")]
    [InlineData("/parcels?weight=1&limit=101", "limit")]
    public async Task Parameter_Wrong_Is400WithItsName(string address, string field) =>
        (await (await _client.GetAsync(address)).ShouldBeProblemAsync(400)).Errors(field).Length.ShouldBe(1);

    [Theory]
    [InlineData("/parcels?weight=1&x=%00")]
    [InlineData("/parcels?weight=1&x=%ff")]
    [InlineData("/parcels?weight=1&x=%c3%28")]
    public async Task Address_NotText_Is400(string address) => await (await _client.GetAsync(new Uri(_client.BaseAddress!, address))).ShouldBeProblemAsync(400);

    [Fact]
    public async Task Values_Unacceptable_Is422ByField()
    {
        var response = await _client.PostAsJsonAsync("/parcels", new { name = new string('x', 21), weight = 0, items = new[] { new { code = "a", price = -1 } } });
        var problem = await response.ShouldBeProblemAsync(422);
        problem.Errors("name").ShouldBe(["must have at most 20 characters"]);
        problem.Errors("weight").Length.ShouldBe(1);
        problem.Errors("items[0].price").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Accept_OtherThanProblem_GetsProblemAllTheSame()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Add("Accept", "text/html");
        await (await _client.SendAsync(request)).ShouldBeProblemAsync(404);
    }
}
