using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing;

namespace Streamix.ServiceDefaults.Tests.Health;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_WithDrain_ServesOnThenLetsRunningRequestsEnd()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var service = await TestService.StartAsync(_ => { }, app =>
        {
            app.MapGet("/long", async () =>
            {
                started.SetResult();
                await release.Task;
                return "done";
            }).AllowAnonymous();
            app.MapGet("/quick", () => "ok").AllowAnonymous();
        }, listen: true, settings: [("Shutdown:Drain", "00:00:06"), ("Shutdown:Timeout", "00:00:10")]);

        var client = service.Client();
        var running = client.GetStringAsync("/long");
        await started.Task;
        var stopping = service.StopAsync();
        await Until.TrueAsync(async () => (await client.GetAsync("/health")).StatusCode == HttpStatusCode.ServiceUnavailable, "unready", TimeSpan.FromSeconds(5));
        (await client.GetStringAsync("/quick")).ShouldBe("ok");

        release.SetResult();
        (await running).ShouldBe("done");
        await stopping;
        await Should.ThrowAsync<HttpRequestException>(() => new HttpClient().GetAsync(new Uri(client.BaseAddress!, "/quick")));
    }
}
