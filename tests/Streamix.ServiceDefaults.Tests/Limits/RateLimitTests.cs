using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Limits;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Caller_BeyondBurst_Is429WithRetryAfterAndOthersAreNot()
    {
        await using var service = await StartAsync();
        var (greedy, clock, given) = (service.User(), Stopwatch.StartNew(), 0);
        (await greedy.GetAsync("/mine")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await greedy.GetAsync("/mine")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await greedy.GetAsync("/mine");
        for (; refused.StatusCode == HttpStatusCode.OK; refused = await greedy.GetAsync("/mine"))
            (++given).ShouldBeLessThanOrEqualTo((int)clock.Elapsed.TotalSeconds, "each second gives one back");
        await refused.ShouldBeProblemAsync(429);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await service.User().GetAsync("/mine")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sensitive_BeyondItsFew_Is429()
    {
        await using var service = await StartAsync();
        var client = service.Client();
        for (var i = 0; i < 3; i++)
            (await client.PostAsync("/code", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await client.PostAsync("/code", null)).ShouldBeProblemAsync(429);
    }

    [Fact]
    public async Task Service_OnItsOwn_IsNotLimited()
    {
        await using var service = await StartAsync();
        var client = service.Client().AsService(service.Tokens.Service("media-catalog"));
        for (var i = 0; i < 10; i++)
            (await client.GetAsync("/internal/all")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<TestService> StartAsync() => TestService.StartAsync(
        app =>
        {
            app.MapGet("/mine", () => "ok").RequireCaller().RequireRateLimiting(RateLimits.PerCaller);
            app.MapPost("/code", () => "ok").AllowAnonymous().RequireRateLimiting(RateLimits.Sensitive);
            app.MapInternal("all").RequireRateLimiting(RateLimits.PerCaller).MapGet("/", () => "ok");
        },
        ("RateLimits:PerCallerPerSecond", "1"), ("RateLimits:PerCallerBurst", "2"), ("RateLimits:SensitivePerMinute", "3"));
}
