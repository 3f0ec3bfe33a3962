using System.Globalization;
using Streamix.Benchmarks.Startup;
using Streamix.Testing;

const string sample = "sample-notes";
var copies = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 50;
var pause = TimeSpan.FromMilliseconds(200);
var data = Repository.PathOf(".streamix", "test", $"startup-{Guid.NewGuid():n}"[..20]);
try
{
    Report.Head();
    await GroundAsync("ground graph, first start with empty data");
    var single = await GroundAsync("ground graph, started again");
    Report.Line($"{sample} alone, plain process", single);
    Report.Ratios(copies, await CopiesAsync(), single);
}
finally
{
    if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
}

async Task<Figures> GroundAsync(string name)
{
    await using var platform = PlatformProcess.Start(data, "--only", "sample,infra", "--sample", "1", "--restarts", "false");
    var ready = await platform.HealthyAsync();
    var processes = platform.Processes;
    Report.Line(name, Figures.Of(ready, processes));
    Report.Parts(processes);
    return await SingleService.MeasureAsync(processes.Single(process => process.Name == sample));
}

// The orchestrator calls the copies healthy when one of them answers behind their common door; here each is asked itself.
async Task<Figures> CopiesAsync()
{
    await using var platform = PlatformProcess.Start(data, "--only", "sample", "--sample", $"{copies}");
    await platform.HealthyAsync();
    RunningProcess[] started = [];
    for (; started.Length < copies && platform.Elapsed < TimeSpan.FromMinutes(10); await Task.Delay(pause))
        started = [.. platform.Processes.Where(process => process.Name == sample && process.Address is not null)];
    var running = platform.Elapsed;
    await Task.WhenAll(started.Select(process => Readiness.WaitAsync(process.Address!, pause)));
    var figures = Figures.Of(platform.Elapsed, started);
    Report.Line($"{copies} copies (all processes there after {running.TotalSeconds:0.0} s)", figures);
    Report.Line("  with engines, DCP, dashboard and AppHost", Figures.Of(figures.Ready, platform.Processes));
    Report.Parts(platform.Processes);
    return figures;
}
