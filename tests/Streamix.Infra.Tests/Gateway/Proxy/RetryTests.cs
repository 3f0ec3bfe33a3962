using System.Net;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.Proxy;

public sealed class RetryTests
{
    [Fact]
    public async Task Replica_Killed_NoReadFails()
    {
        var replicas = new[] { await TestBackend.StartAsync(), await TestBackend.StartAsync(), await TestBackend.StartAsync() };
        await using var gateway = await StartAsync(replicas);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
        {
            if (i == 20)
            {
                await replicas[1].DisposeAsync();
            }

            statuses.Add((await gateway.Client.GetAsync("/api/v1/notes/1")).StatusCode);
        }

        statuses.ShouldAllBe(s => s == HttpStatusCode.OK);
        await replicas[0].DisposeAsync();
        await replicas[2].DisposeAsync();
    }

    [Fact]
    public async Task Connection_CutBeforeTheAnswer_ReadGoesToAnother()
    {
        await using var bad = await TestBackend.StartAsync(Cut);
        await using var good = await TestBackend.StartAsync();
        await using var gateway = await StartAsync(bad, good);
        for (var i = 0; i < 6; i++)
        {
            (await gateway.Client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        bad.Requests.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Connection_CutDuringAWrite_IsNotRepeated()
    {
        await using var one = await TestBackend.StartAsync(Cut);
        await using var two = await TestBackend.StartAsync(Cut);
        await using var gateway = await StartAsync(one, two);
        var answer = await gateway.Client.PostAsync("/api/v1/notes", new StringContent("x"));
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadGateway);
        (one.Requests.Count + two.Requests.Count).ShouldBe(1);
    }

    [Fact]
    public async Task Error_OfTheService_IsNotRepeated()
    {
        static Task Fail(HttpContext context)
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync("mine");
        }

        await using var one = await TestBackend.StartAsync(Fail);
        await using var two = await TestBackend.StartAsync(Fail);
        await using var gateway = await StartAsync(one, two);
        var answer = await gateway.Client.GetAsync("/api/v1/notes/1");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("mine");
        (one.Requests.Count + two.Requests.Count).ShouldBe(1);
    }

    [Fact]
    public async Task AllReplicas_Down_Is503WithRetryAfter()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", "http://127.0.0.1:1", "http://127.0.0.1:2"));
        var answer = await gateway.Client.GetAsync("/api/v1/notes/1");
        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Replica_Failing_IsLeftOutForAWhile()
    {
        await using var bad = await TestBackend.StartAsync(Cut);
        await using var good = await TestBackend.StartAsync();
        await using var gateway = await StartAsync(bad, good);
        await Until.TrueAsync(
            async () =>
            {
                var before = bad.Requests.Count;
                for (var i = 0; i < 10; i++)
                {
                    await gateway.Client.GetAsync("/api/v1/notes/1");
                }

                return bad.Requests.Count == before;
            },
            "nobody asks the failing replica");
    }

    [Fact]
    public async Task Replica_FailingItsHealthCheck_IsLeftOutUntilItRecovers()
    {
        var healthy = false;
        await using var sick = await TestBackend.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/health" && !healthy ? 503 : 200;
            return Task.CompletedTask;
        });
        await using var well = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", sick.Address, well.Address).Notes("""
            "balance": "RoundRobin", "health": { "interval": "00:00:00.050" }, "routes": [ { "access": "anonymous" } ]
            """));
        await Until.TrueAsync(() => FewAsync(gateway, sick, none: true), "the sick one is left out");
        healthy = true;
        await Until.TrueAsync(() => FewAsync(gateway, sick, none: false), "it is back");
    }

    private static async Task<bool> FewAsync(GatewayHost gateway, TestBackend sick, bool none)
    {
        var before = sick.Requests.Count;
        for (var i = 0; i < 4; i++)
        {
            await gateway.Client.GetAsync("/api/v1/notes/1");
        }

        return sick.Requests.Count == before == none;
    }

    private static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task<GatewayHost> StartAsync(params TestBackend[] replicas) =>
        GatewayHost.StartAsync(g => g.Serves("test-notes", replicas.Select(r => r.Address)).Notes("""
            "balance": "RoundRobin", "retries": 2, "health": { "active": false, "failures": 3 }, "routes": [ { "access": "anonymous" } ]
            """));
}
