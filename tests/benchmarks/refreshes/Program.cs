using System.Globalization;
using Streamix.Benchmarks.Refreshes;

var seconds = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 10;
await using var service = await ServiceUnderTest.StartAsync();
using var refreshes = new Refreshes(service, clients: 64);
await using var bare = new BareScript(service, clients: 64);
await refreshes.PrepareAsync();
await bare.PrepareAsync();

Console.WriteLine($"64 clients, {seconds} s each; Redis with its append-only file on, fsync before every answer; processor time is that of the service with its clients");
await refreshes.RunAsync(TimeSpan.FromSeconds(3));
await bare.RunAsync(TimeSpan.FromSeconds(1));
var whole = await Figures.MeasureAsync(() => refreshes.RunAsync(TimeSpan.FromSeconds(seconds)));
var script = await Figures.MeasureAsync(() => bare.RunAsync(TimeSpan.FromSeconds(seconds)));
Console.WriteLine($"{"",-28}{"per second",14}{"per core second",18}");
Figures.Print("refresh over HTTP", whole);
Figures.Print("bare EVALSHA, same script", script);
Console.WriteLine($"{"ratio",-28}{whole.PerSecond / script.PerSecond,14:0.00}{whole.PerCoreSecond / script.PerCoreSecond,18:0.00}");
