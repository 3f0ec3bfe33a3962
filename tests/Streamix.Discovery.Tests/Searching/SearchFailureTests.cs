using Streamix.Testing.Engines;

namespace Streamix.Discovery.Tests.Searching;

public sealed class SearchFailureTests
{
    [Fact]
    public async Task Search_EngineDown_Is503WithRetryAfterAndTheServiceStaysUp()
    {
        await using var host = new SearchHost { Engine = $"Host=127.0.0.1;Port={FreePorts.Take()};Username=nobody;Database=none;Timeout=1" };
        await host.InitializeAsync();
        var answer = await (await host.ViewerAsync()).GetAsync("/search?q=matrix");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await host.CreateClient().GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Search_NothingEverIndexed_Is503()
    {
        await using var host = new SearchHost { Engine = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("empty") };
        await host.InitializeAsync();
        (await (await host.ViewerAsync()).GetAsync("/search")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Search_TooOften_Is429()
    {
        await using var host = new SearchHost { Burst = 3 };
        await host.InitializeAsync();
        var client = await host.ViewerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.GetAsync("/search")));
        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.TooManyRequests && a.Headers.RetryAfter != null);
        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.OK);
    }
}
