using System.Net;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Proxy;

public sealed class TimeoutTests
{
    [Fact]
    public async Task Service_TooSlow_Is504AndIsTold()
    {
        var cancelled = new TaskCompletionSource();
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).Notes("""
            "routes": [ { "access": "anonymous" }, { "path": "/slow", "access": "anonymous", "timeout": "00:00:02" } ]
            """));
        await (await gateway.Client.GetAsync("/api/v1/notes/slow")).ShouldBeProblemAsync(HttpStatusCode.GatewayTimeout);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Service_DiesAmidTheAnswer_ClientSeesACutNotAnEnd()
    {
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        await Should.ThrowAsync<HttpRequestException>(() => gateway.Client.GetStringAsync("/api/v1/notes/1"));
    }

    [Fact]
    public async Task Client_GoesAway_ServiceIsTold()
    {
        var (asked, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => cancelled.TrySetResult());
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        using var away = new CancellationTokenSource();
        var call = gateway.Client.GetAsync("/api/v1/notes/1", away.Token);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await away.CancelAsync();
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }
}
