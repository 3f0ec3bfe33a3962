using Streamix.Benchmarks.Gateway;

if (args is ["backend", var address])
{
    await Backend.RunAsync(address);
    return 0;
}

if (args is ["yarp", var own, var behind])
{
    await BareProxy.RunAsync(own, behind);
    return 0;
}

if (args is ["sessions", var listen, var keep])
{
    await SessionsStub.RunAsync(new Uri(listen), int.Parse(keep, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

var settings = Settings.Parse(args);
await using var bench = await Bench.StartAsync(settings);
var results = await bench.RunAsync();
Report.Print(settings, results);
return results.Any(r => r.Failures > 0) ? 1 : 0;
