using System.Diagnostics;
using Streamix.Streaming.Edge.Nginx;
using Streamix.Streaming.Edge.Reporting;
using Streamix.Streaming.Tests.Edge.Hosting;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Streaming.Tests.Edge;

/// <summary>Whatever is killed, nothing is left behind and viewers are served again.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Nginx_ThatIsKilled_ComesBackWithItsCache()
    {
        var host = new EdgeHost();
        await host.InitializeAsync();
        host.Add(TokenTable.Segment);
        using (await host.GetAsync(TokenTable.Segment))
        {
        }

        var first = host.Get<EdgeStanding>().Process;
        ChildGroup.Tell(first, ChildGroup.Kill);
        await Until.TrueAsync(() => host.Get<EdgeStanding>().Process != first, "another nginx was started");
        await host.ServingAsync();
        await Until.TrueAsync(async () => (await host.GetAsync(TokenTable.Segment)).StatusCode == HttpStatusCode.OK, "segments are served again", TimeSpan.FromSeconds(10));
        await Until.TrueAsync(() => !ChildGroup.Exists(first), "the workers of the first one are gone", TimeSpan.FromSeconds(10));
        host.Store.Fills.Count.ShouldBe(1);
        await ((IAsyncLifetime)host).DisposeAsync();
    }

    [Fact]
    public async Task Stop_OfTheEdge_EndsNginxAndLetsRunningAnswersEnd()
    {
        var host = new EdgeHost();
        await host.InitializeAsync();
        var process = host.Get<EdgeStanding>().Process;
        var content = host.Add("video/480p/slow.m4s", 3_000_000);
        host.Store.Slowness = TimeSpan.FromMilliseconds(500);
        var running = host.GetAsync("video/480p/slow.m4s");
        await Until.TrueAsync(() => host.Get<EdgeStanding>().Connections > 0, "the request has arrived");
        var address = host.Address;
        await host.DisposeAsync();
        using (var response = await running)
            (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBe(content.Length);
        ChildGroup.Exists(process).ShouldBeFalse();
        await Should.ThrowAsync<Exception>(() => RawRequest.StatusAsync(address, "/healthz"));
    }

    [Fact]
    public async Task Agent_ThatIsKilled_TakesNginxWithIt()
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("edge-agent").FullName, FreePorts.Take());
        using var agent = EdgeProcess.Start(folder, port);
        await Until.TrueAsync(async () => await RawRequest.StatusAsync($"http://127.0.0.1:{port}/", "/healthz") == 200, "the edge serves");
        var nginx = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "nginx.pid")), System.Globalization.CultureInfo.InvariantCulture);
        agent.Kill();
        await Until.TrueAsync(() => !ChildGroup.Exists(nginx), "nginx and its workers have ended", TimeSpan.FromSeconds(10));
        using (EdgeProcess.Start(folder, port))
            await Until.TrueAsync(async () => await RawRequest.StatusAsync($"http://127.0.0.1:{port}/", "/healthz") == 200, "the edge serves again");
        await Until.TrueAsync(() => Process.GetProcesses().All(p => p.Id != nginx), "nothing is left");
    }

    [Fact]
    public void Place_WithoutNginxOrItsModule_SaysWhatToDo()
    {
        Should.Throw<NginxMissingException>(() => NginxPlace.Find(new() { Nginx = "/nowhere/nginx" })).Message.ShouldBe("There is no nginx at /nowhere/nginx, which Edge:Nginx names.");
        Should.Throw<NginxMissingException>(() => NginxPlace.Find(new() { Module = "/nowhere/js.so" })).Message.ShouldBe("There is no njs module at /nowhere/js.so, which Edge:Module names.");
    }

    [Fact]
    public void Place_OnThisMachine_IsFound()
    {
        var place = NginxPlace.Find(new());
        File.Exists(place.Nginx).ShouldBeTrue();
        place.Module.ShouldEndWith("ngx_http_js_module.so");
    }
}
