using System.Globalization;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Benchmarks.Logins;

// logins [SECONDS [CLIENTS]]
var seconds = args is [var s, ..] ? int.Parse(s, CultureInfo.InvariantCulture) : 20;
var clients = args is [_, var c] ? int.Parse(c, CultureInfo.InvariantCulture) : 2 * Environment.ProcessorCount;

Console.WriteLine($"PBKDF2-HMAC-SHA512, {PasswordHash.Iterations:n0} iterations, 128-bit salt; {Environment.ProcessorCount} cores; {clients} clients for {seconds} s");
var bare = BareHash.PerCoreSecond(TimeSpan.FromSeconds(Math.Max(3, seconds / 4)));
await using var sessions = await SessionsStub.StartAsync();
await using var identity = await IdentityProcess.StartAsync(sessions.Address, accounts: 200);
await new Load(identity, clients).RunAsync(TimeSpan.FromSeconds(3));
var figures = await new Load(identity, clients).RunAsync(TimeSpan.FromSeconds(seconds));

Console.WriteLine($"bare hash                {bare,8:0.0} per core second");
Console.WriteLine($"sign-in                  {figures.PerCoreSecond,8:0.0} per core second of auth-identity ({figures.PerCoreSecond / bare:0.00} of the bare hash)");
Console.WriteLine($"                         {figures.PerSecond,8:0.0} per second; p50 {figures.P50:0} ms, p99 {figures.P99:0} ms; {figures.Failures} failures of {figures.Done}");
Console.WriteLine($"aim                      {30,8:0.0} per core second: {(figures.PerCoreSecond >= 30 ? "met" : "not met")}; the bare hash alone allows {bare:0.0} on this machine");
return figures.Failures > 0 ? 1 : 0;
