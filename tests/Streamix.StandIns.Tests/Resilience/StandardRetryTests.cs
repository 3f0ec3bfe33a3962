using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;
using Shouldly;
using Xunit;
using static Streamix.StandIns.Tests.Resilience.ScriptedHandler;

namespace Streamix.StandIns.Tests.Resilience;

public sealed class StandardRetryTests
{
    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task Get_TransientOnce_SucceedsOnTheSecondAttempt(HttpStatusCode status)
    {
        using var client = Client.Standard(new(Status(status), Status(HttpStatusCode.OK)));

        using var response = await client.Run(client.Http.GetAsync("/"));

        (response.StatusCode, client.Handler.Attempts).ShouldBe((HttpStatusCode.OK, 2));
    }

    [Fact]
    public async Task Get_ConnectionFails_IsRetried()
    {
        using var client = Client.Standard(new(Throws(new HttpRequestException("refused")), Status(HttpStatusCode.OK)));

        using var response = await client.Run(client.Http.GetAsync("/"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Get_NotTransient_IsTriedOnce(HttpStatusCode status)
    {
        using var client = Client.Standard(new(Status(status)));

        using var response = await client.Run(client.Http.GetAsync("/"));

        (response.StatusCode, client.Handler.Attempts).ShouldBe((status, 1));
    }

    [Fact]
    public async Task Get_AlwaysFailing_GivesTheLastAnswerAfterFourAttempts()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)));

        using var response = await client.Run(client.Http.GetAsync("/"));

        (response.StatusCode, client.Handler.Attempts).ShouldBe((HttpStatusCode.BadGateway, 4));
        (await response.Content.ReadAsStringAsync()).ShouldBe("BadGateway");
    }

    [Fact]
    public async Task Get_Retried_DisposesTheAnswersNobodyGets()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway), Status(HttpStatusCode.OK)));

        using var response = await client.Run(client.Http.GetAsync("/"));

        await Should.ThrowAsync<ObjectDisposedException>(() => client.Handler.Answers[0].Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_WithoutJitter_DelaysDouble()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)), o => o.Retry.UseJitter = false);

        using var response = await client.Run(client.Http.GetAsync("/"));

        client.Delays.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)]);
    }

    [Fact]
    public async Task Get_WithJitter_DelaysDiffer()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)), o => o.TotalRequestTimeout.Timeout = TimeSpan.FromHours(1));

        using var response = await client.Run(client.Http.GetAsync("/"));

        client.Delays.Count.ShouldBe(3);
        client.Delays.ShouldAllBe(delay => delay > TimeSpan.Zero && delay < TimeSpan.FromSeconds(60));
        client.Delays.ShouldNotBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)]);
    }

    [Fact]
    public async Task Get_RetryAfter_IsTheDelay()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.TooManyRequests, retryAfter: 7), Status(HttpStatusCode.OK)));

        using var response = await client.Run(client.Http.GetAsync("/"));

        client.Delays.ShouldBe([TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public async Task Get_RetryAfterSwitchedOff_FollowsTheBackoff()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.TooManyRequests, retryAfter: 7), Status(HttpStatusCode.OK)), o =>
        {
            o.Retry.ShouldRetryAfterHeader = false;
            o.Retry.UseJitter = false;
        });

        using var response = await client.Run(client.Http.GetAsync("/"));

        client.Delays.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

#pragma warning disable EXTEXP0001
    [Theory]
    [InlineData("GET", 4)]
    [InlineData("HEAD", 4)]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("DELETE", 1)]
    public async Task Send_UnsafeMethodsDisabled_RetriesSafeOnesOnly(string method, int attempts)
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)), o => o.Retry.DisableForUnsafeHttpMethods());

        using var response = await client.Run(client.Http.SendAsync(new(new(method), "/")));

        client.Handler.Attempts.ShouldBe(attempts);
    }

    [Fact]
    public async Task Send_ConnectionFailsOnAnUnsafeMethod_IsNotRetried()
    {
        using var client = Client.Standard(new(Throws(new HttpRequestException("refused"))), o => o.Retry.DisableFor(HttpMethod.Post));

        await Should.ThrowAsync<HttpRequestException>(() => client.Run(client.Http.PostAsync("/", null)));

        client.Handler.Attempts.ShouldBe(1);
    }

    [Fact]
    public void IsTransient_ConnectTimeoutInsideTheHandler_UnlessTheCallerCancelled()
    {
        var outcome = Outcome.FromException<HttpResponseMessage>(new OperationCanceledException("", new TimeoutException()) { Source = "System.Private.CoreLib" });

        HttpClientResiliencePredicates.IsTransient(outcome, CancellationToken.None).ShouldBeTrue();
        HttpClientResiliencePredicates.IsTransient(outcome, new CancellationToken(canceled: true)).ShouldBeFalse();
        HttpClientResiliencePredicates.IsTransient(Outcome.FromException<HttpResponseMessage>(new TimeoutRejectedException())).ShouldBeTrue();
    }
#pragma warning restore EXTEXP0001

    [Fact]
    public async Task Post_RetriedWithContent_SendsTheContentAgain()
    {
        List<string> bodies = [];
        using var client = Client.Standard(new(async (request, ct) =>
        {
            bodies.Add(await request.Content!.ReadAsStringAsync(ct));
            return new(bodies.Count == 1 ? HttpStatusCode.BadGateway : HttpStatusCode.OK);
        }));

        using var response = await client.Run(client.Http.PostAsync("/", new StringContent("hello")));

        bodies.ShouldBe(["hello", "hello"]);
    }

    [Fact]
    public async Task Get_CallerCancelsDuringTheDelay_StopsAtOnce()
    {
        using var caller = new CancellationTokenSource();
        using var client = Client.Standard(new(Status(HttpStatusCode.BadGateway)), o => o.Retry.OnRetry = async _ => await caller.CancelAsync());

        await Should.ThrowAsync<OperationCanceledException>(() => client.Http.GetAsync("/", caller.Token));

        client.Handler.Attempts.ShouldBe(1);
    }
}
