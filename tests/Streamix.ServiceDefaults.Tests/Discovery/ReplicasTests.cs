using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Discovery;

public sealed class ReplicasTests : IAsyncLifetime
{
    private readonly List<TestService> _replicas = [];
    private TestService _front = null!;

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 3; i++)
            _replicas.Add(await ReplicaAsync(i));
        (string, string)[] settings = [.. _replicas.Select((r, i) => ($"Services:back:http:{i}", r.Address.ToString())), ("Discovery:Ejection:First", "00:01:00")];
        _front = await TestService.StartAsync(_ => { }, _ => { }, settings: settings);
    }

    public async Task DisposeAsync()
    {
        await _front.DisposeAsync();
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
    }

    [Fact]
    public async Task Calls_AreSpreadEvenly()
    {
        var counts = (await AskAsync(30)).CountBy(a => a).ToDictionary();
        counts.Count.ShouldBe(3);
        counts.Values.ShouldAllBe(c => c == 10);
    }

    [Fact]
    public async Task Replica_Gone_IsLeftOutAndNoCallFails()
    {
        await _replicas[1].StopAsync();
        (await AskAsync(60)).ShouldAllBe(a => a != "1");
    }

    [Fact]
    public async Task Replica_AnsweringUnavailable_IsLeftOutAfterThree()
    {
        (await Direct(2).PostAsync("/broken", null)).EnsureSuccessStatusCode();
        (await AskAsync(30)).ShouldAllBe(a => a != "2");
        var calls = int.Parse(await Direct(2).GetStringAsync("/calls"));
        calls.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Post_ToUnavailable_IsNotRepeatedButWithKeyIs()
    {
        foreach (var i in (int[])[0, 1, 2])
            (await Direct(i).PostAsync("/fail-posts", null)).EnsureSuccessStatusCode();
        var client = Client();
        (await client.PostAsync("https+http://back/orders", null)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await OrdersAsync()).ShouldBe(1);

        using var keyed = new HttpRequestMessage(HttpMethod.Post, "https+http://back/orders") { Headers = { { "Idempotency-Key", "k" } } };
        await client.SendAsync(keyed);
        (await OrdersAsync()).ShouldBe(1 + 3);
    }

    private async Task<int> OrdersAsync()
    {
        var total = 0;
        for (var i = 0; i < 3; i++)
            total += int.Parse(await Direct(i).GetStringAsync("/orders"));
        return total;
    }

    private async Task<List<string>> AskAsync(int times)
    {
        var client = Client();
        List<string> answers = [];
        for (var i = 0; i < times; i++)
            answers.Add(await client.GetStringAsync("https+http://back/"));
        return answers;
    }

    private HttpClient Client() => _front.Services.GetRequiredService<IHttpClientFactory>().CreateClient("any");

    private HttpClient Direct(int replica) => new() { BaseAddress = _replicas[replica].Address };

    private static Task<TestService> ReplicaAsync(int number)
    {
        var (broken, calls, orders, failPosts) = (false, 0, 0, false);
        return TestService.StartAsync(_ => { }, app =>
        {
            app.MapGet("/", IResult () =>
            {
                calls += broken ? 1 : 0;
                return broken ? TypedResults.StatusCode(503) : TypedResults.Text($"{number}");
            }).AllowAnonymous();
            app.MapGet("/calls", () => $"{calls}").AllowAnonymous();
            app.MapPost("/fail-posts", () => { failPosts = true; }).AllowAnonymous();
            app.MapPost("/broken", () => { broken = true; }).AllowAnonymous();
            app.MapGet("/orders", () => $"{orders}").AllowAnonymous();
            app.MapPost("/orders", () =>
            {
                orders++;
                return failPosts ? Results.StatusCode(503) : Results.Ok();
            }).AllowAnonymous();
        }, listen: true);
    }
}
