using System.Globalization;
using Streamix.Benchmarks.LocalS3;

// Usage: [MiB per object, default 512] [rounds, default 3] [data folder, default beside the temporary files]
var megabytes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 512;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
var folder = Directory.CreateDirectory(Path.Combine(args.Length > 2 ? args[2] : Path.GetTempPath(), $"bench-local-s3-{Environment.ProcessId}")).FullName;
try
{
    var disk = new RawDisk(Path.Combine(folder, "raw"), megabytes);
    using var server = await ServerUnderTest.StartAsync(Path.Combine(folder, "s3"));
    using var store = new StoreRun(server.Address, megabytes);
    await store.WarmUpAsync();
    Measure[] measures =
    [
        new("put", megabytes, server, store.PutAsync, disk.WriteAsync),
        new("get", megabytes, server, () => Cold(store.GetAsync), () => Cold(disk.ReadAsync)),
        new("get from page cache", megabytes, server, store.GetAsync, disk.ReadAsync),
        new("put in 4 parallel parts", megabytes, server, store.PutPartsAsync, disk.WriteAsync),
        new("put by SDK defaults", megabytes, server, store.PutBySdkAsync, disk.WriteAsync),
    ];
    for (var round = 0; round < rounds; round++)
        foreach (var measure in measures)
            await measure.RunAsync();
    foreach (var measure in measures)
        Console.WriteLine(measure);
    Console.WriteLine($"local-s3 server: peak {server.PeakMemory()} MiB of memory, {megabytes} MiB objects, medians of {rounds} rounds");
}
finally
{
    Directory.Delete(folder, recursive: true);
}

Task<double> Cold(Func<Task<double>> read)
{
    PageCache.Drop(folder);
    return read();
}
