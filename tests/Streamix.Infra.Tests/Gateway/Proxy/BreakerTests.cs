using System.Net;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Proxy;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.Proxy;

public sealed class BreakerTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Report_TooManyFailures_Opens()
    {
        var breaker = Breaker();
        Report(breaker, good: 5, bad: 5);
        breaker.TryEnter(out var left).ShouldBeFalse();
        left.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Report_FewFailures_StaysClosed()
    {
        var breaker = Breaker();
        Report(breaker, good: 20, bad: 9);
        breaker.TryEnter(out _).ShouldBeTrue();
    }

    [Fact]
    public void Report_OldFailures_AreForgotten()
    {
        var breaker = Breaker();
        Report(breaker, good: 0, bad: 9);
        _time.Advance(TimeSpan.FromSeconds(11));
        Report(breaker, good: 0, bad: 1);
        breaker.TryEnter(out _).ShouldBeTrue();
    }

    [Fact]
    public void Open_AfterItsTime_LetsOneTry()
    {
        var breaker = Opened();
        breaker.TryEnter(out _).ShouldBeTrue();
        breaker.TryEnter(out _).ShouldBeFalse();
        breaker.Report(success: true);
        breaker.State.ShouldBe("closed");
        breaker.TryEnter(out _).ShouldBeTrue();
    }

    [Fact]
    public void Open_TrialFails_OpensAgain()
    {
        var breaker = Opened();
        breaker.TryEnter(out _);
        breaker.Report(success: false);
        breaker.State.ShouldBe("open");
    }

    [Fact]
    public void Open_TrialAbandoned_LetsAnotherTry()
    {
        var breaker = Opened();
        breaker.TryEnter(out _);
        breaker.Abandon();
        breaker.TryEnter(out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Service_KeepsFailing_GetsARestAndComesBack()
    {
        var failing = true;
        await using var backend = await TestBackend.StartAsync(context =>
        {
            context.Response.StatusCode = failing ? 503 : 200;
            return Task.CompletedTask;
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).Notes("""
            "health": { "active": false }, "breaker": { "minimum": 5, "open": "00:00:00.300" }, "routes": [ { "access": "anonymous" } ]
            """));
        HttpResponseMessage refused = null!;
        await Until.TrueAsync(async () => (refused = await gateway.Client.GetAsync("/api/v1/notes/1")).Content.Headers.ContentType?.MediaType == "application/problem+json", "the gateway answers itself");
        await refused.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        failing = false;
        await Until.TrueAsync(async () => (await gateway.Client.GetAsync("/api/v1/notes/1")).IsSuccessStatusCode, "it comes back");
    }

    private Breaker Breaker() => new(new BreakerEntry { Minimum = 10 }, _time);

    private Breaker Opened()
    {
        var breaker = Breaker();
        Report(breaker, 0, 10);
        _time.Advance(TimeSpan.FromSeconds(5));
        return breaker;
    }

    private static void Report(Breaker breaker, int good, int bad)
    {
        for (var i = 0; i < good + bad; i++)
        {
            breaker.Report(i < good);
        }
    }
}
