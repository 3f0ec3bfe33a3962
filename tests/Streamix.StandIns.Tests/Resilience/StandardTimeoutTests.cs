using System.Net;
using Polly.Timeout;
using Shouldly;
using Xunit;
using static Streamix.StandIns.Tests.Resilience.ScriptedHandler;

namespace Streamix.StandIns.Tests.Resilience;

public sealed class StandardTimeoutTests
{
    [Fact]
    public async Task Get_AttemptHangs_IsGivenUpAndRetried()
    {
        using var client = Client.Standard(new(Hangs, Status(HttpStatusCode.OK)));

        using var response = await client.Run(client.Http.GetAsync("/"));

        (response.StatusCode, client.Handler.Attempts).ShouldBe((HttpStatusCode.OK, 2));
    }

    [Fact]
    public async Task Get_EveryAttemptHangs_EndsWithTheTotalTimeout()
    {
        using var client = Client.Standard(new(Hangs), o => o.Retry.MaxRetryAttempts = 100);

        var error = await Should.ThrowAsync<TimeoutRejectedException>(() => client.Run(client.Http.GetAsync("/")));

        error.Timeout.ShouldBe(TimeSpan.FromSeconds(30));
        client.Handler.Attempts.ShouldBeInRange(2, 4);
    }

    [Fact]
    public async Task Get_OneAttemptOnly_EndsWithTheAttemptTimeout()
    {
        using var client = Client.Standard(new(Hangs), o =>
        {
            o.AttemptTimeout.Timeout = TimeSpan.FromSeconds(3);
            o.Retry.ShouldHandle = _ => new(false);
        });

        var error = await Should.ThrowAsync<TimeoutRejectedException>(() => client.Run(client.Http.GetAsync("/")));

        error.Timeout.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Get_CallerCancels_IsACancellationAndNoTimeout()
    {
        using var client = Client.Standard(new(Hangs));
        using var caller = new CancellationTokenSource();

        var call = client.Http.GetAsync("/", caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => call);
        client.Handler.Attempts.ShouldBe(1);
    }

    [Fact]
    public void Send_Synchronously_GoesThroughThePipeline()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)), o => o.Retry.ShouldHandle = _ => new(false));

        using var response = client.Http.Send(new(HttpMethod.Get, "/"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }
}
