using System.Diagnostics;
using Streamix.Streaming.Edge.Caches;
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
        await Until.TrueAsync(async () => (await host.GetAsync(TokenTable.Segment)).StatusCode == HttpStatusCode.OK, "segments are served again");
        await Until.TrueAsync(() => !ChildGroup.Exists(first), "the workers of the first one are gone");
        host.Store.Fills.Count.ShouldBe(1);
        await ((IAsyncLifetime)host).DisposeAsync();
    }

    [Fact]
    public async Task Edge_InADeepFolder_Serves()
    {
        var host = new EdgeHost();
        host.Settings["Edge:Data"] = $"{host.Folder}/{new string('a', 100)}/{new string('b', 100)}";
        await host.InitializeAsync();
        host.Add(TokenTable.Segment);
        using (var response = await host.GetAsync(TokenTable.Segment))
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        await ((IAsyncLifetime)host).DisposeAsync();
    }

    [Fact]
    public async Task Workers_OfAnEdge_AreNotRootThoughItBe()
    {
        var host = new EdgeHost();
        await host.InitializeAsync();
        var master = $"{host.Get<EdgeStanding>().Process}";
        var workers = Directory.EnumerateDirectories("/proc").Where(folder => ParentOf(folder) == master).Select(folder => Status(folder, "Uid:")).ToList();
        workers.ShouldNotBeEmpty();
        workers.ShouldAllBe(user => user != "0");
        await ((IAsyncLifetime)host).DisposeAsync();

        static string? ParentOf(string folder) => char.IsAsciiDigit(Path.GetFileName(folder)[0]) ? Status(folder, "PPid:") : null;
    }

    [Fact]
    public async Task Start_AfterAKill_DropsWhatWasHalfFetched()
    {
        var host = new EdgeHost();
        var folder = new EdgeFolder(host.Folder);
        folder.Make();
        var whole = new CacheFolder(folder).PathOf("whole");
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        foreach (var file in (string[])[whole, whole + ".0000000012", Path.Combine(folder.Temporary, "0000000007")])
            await File.WriteAllTextAsync(file, "half");
        await host.InitializeAsync();
        Directory.GetFiles(folder.Cache, "*", SearchOption.AllDirectories).ShouldBe([whole]);
        Directory.GetFiles(folder.Temporary, "*", SearchOption.AllDirectories).ShouldBeEmpty();
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
        await Until.TrueAsync(() => !ChildGroup.Exists(nginx), "nginx and its workers have ended");
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

    /// <summary>A process's first figure of that name; null when it is gone.</summary>
    private static string? Status(string folder, string name)
    {
        try
        {
            return File.ReadLines($"{folder}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
