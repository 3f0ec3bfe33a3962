using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Streamix.Infra.Buckets;
using Streamix.ServiceDefaults.Storage;

var builder = Host.CreateEmptyApplicationBuilder(new() { Args = args });
builder.Configuration.AddEnvironmentVariables().AddCommandLine(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.AddObjectStore();
using var host = builder.Build();

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var entries = builder.Configuration.GetSection("Buckets").Get<List<BucketEntry>>() ?? [];
var deadline = TimeSpan.FromSeconds(builder.Configuration.GetValue("Deadline", 60));
return await new BucketRun(host.Services.GetRequiredService<IBuckets>(), Console.Out, TimeProvider.System).RunAsync(entries, deadline, stop.Token) ? 0 : 1;
