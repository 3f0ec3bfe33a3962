using System.Diagnostics;
using Streamix.Benchmarks.Logins;
using Streamix.Benchmarks.Registrations;
using Streamix.Benchmarks.Startup;
using Streamix.Testing;

const int warmUp = 20;
var settings = Settings.Parse(args);
var data = Repository.PathOf(".streamix", "test", $"registrations-{Guid.NewGuid():n}"[..24]);
Console.WriteLine($"{settings.Count} sign-ups by {settings.Clients} clients through the gateway; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} on {Environment.ProcessorCount} processors");
var bareHash = BareHash.PerCoreSecond(TimeSpan.FromSeconds(3));
try
{
    await using var platform = PlatformProcess.Start(data, Settings.Unlimited);
    await platform.HealthyAsync();
    return await MeasureAsync(platform);
}
finally
{
    if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
}

async Task<int> MeasureAsync(PlatformProcess platform)
{
    await using var ledger = new Ledger(platform.Processes);
    await using var watch = new BacklogWatch(ledger);
    var signUps = new SignUps(platform.Processes.Single(process => process.Name == "infra-gateway").Address!, $"bench-{Guid.NewGuid():n}"[..14]);
    await signUps.RunAsync(warmUp, settings.Clients);
    await CompleteAsync(ledger, warmUp);

    var before = Consumption.Of(platform.Processes);
    var clock = Stopwatch.StartNew();
    watch.Start();
    var answers = await signUps.RunAsync(settings.Count, settings.Clients);
    Report.Answers(answers, bareHash);
    await CompleteAsync(ledger, warmUp + answers.Milliseconds.Length);
    Report.Complete(answers.Milliseconds.Length, clock.Elapsed, answers.Elapsed, watch.Largest);
    Report.Processes(answers.Milliseconds.Length, before, Consumption.Of(platform.Processes));
    return answers.Refused.Length > 0 ? 1 : 0;
}

static Task CompleteAsync(Ledger ledger, int count) =>
    Until.TrueAsync(async () =>
    {
        await Task.Delay(100);
        return await ledger.CompleteAsync() >= count;
    }, $"{count} accounts are complete", TimeSpan.FromMinutes(30));
