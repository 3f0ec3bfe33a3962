using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly.CircuitBreaker;
using Shouldly;
using Xunit;
using static Streamix.StandIns.Tests.Resilience.ScriptedHandler;

namespace Streamix.StandIns.Tests.Resilience;

public sealed class StandardBreakerTests
{
    [Fact]
    public async Task Get_TooManyFailures_BreaksWithoutCallingTheService()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)), Breaking);

        await Fail(client, times: 4);

        await Should.ThrowAsync<BrokenCircuitException>(() => client.Http.GetAsync("/"));
        client.Handler.Attempts.ShouldBe(4);
    }

    [Fact]
    public async Task Get_BreakIsOver_LetsOneCallProveThatItWorksAgain()
    {
        using var client = Client.Standard(new([.. Enumerable.Repeat(Status(HttpStatusCode.BadGateway), 4), Status(HttpStatusCode.OK)]), Breaking);
        await Fail(client, times: 4);

        client.Time.Advance(TimeSpan.FromSeconds(5.1));

        (await client.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_ProofFails_BreaksAgain()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)), Breaking);
        await Fail(client, times: 4);
        client.Time.Advance(TimeSpan.FromSeconds(5.1));

        await Fail(client, times: 1);

        await Should.ThrowAsync<BrokenCircuitException>(() => client.Http.GetAsync("/"));
    }

    [Fact]
    public async Task Get_FewCalls_DoNotBreakByDefault()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)), o => o.Retry.ShouldHandle = _ => new(false));

        await Fail(client, times: 99);

        (await client.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        await Should.ThrowAsync<BrokenCircuitException>(() => client.Http.GetAsync("/"));
    }

    [Fact]
    public async Task Get_PipelineByAuthority_OtherHostsAreNotBroken()
    {
        var handler = new ScriptedHandler(Status(HttpStatusCode.BadGateway));
        using var client = new Client(handler, builder => builder.AddStandardResilienceHandler(Breaking).SelectPipelineByAuthority());
        await Fail(client, times: 4);

        (await client.Http.GetAsync("http://other/")).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        await Should.ThrowAsync<BrokenCircuitException>(() => client.Http.GetAsync("/"));
    }

    private static void Breaking(HttpStandardResilienceOptions options)
    {
        options.Retry.ShouldHandle = _ => new(false);
        options.CircuitBreaker.MinimumThroughput = 4;
    }

    private static async Task Fail(Client client, int times)
    {
        for (var i = 0; i < times; i++)
            (await client.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }
}
