using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3;

internal static class LocalS3App
{
    private const int WaitingThreads = 32;

    /// <summary>Builds the server and loads its data folder; it listens once started.</summary>
    public static async Task<WebApplication> CreateAsync(string[] args, TimeProvider? clock = null)
    {
        // Threads wait for the disk in fsync; the pool must not starve meanwhile.
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, WaitingThreads), completions);
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = args, ApplicationName = "Streamix.LocalS3" });
        builder.Configuration.AddEnvironmentVariables().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(c => c.SingleLine = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        builder.Services.Configure<LocalS3Options>(builder.Configuration.GetSection("S3"));
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddLocalS3();
        var app = builder.Build();
        var pipeline = app.Services.GetRequiredService<S3Pipeline>();
        app.Run(pipeline.InvokeAsync);
        await app.Services.GetRequiredService<StoreLoader>().LoadAsync(CancellationToken.None);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = null;
        limits.MaxRequestLineSize = 16 << 10;
        limits.MaxRequestHeadersTotalSize = 32 << 10;
        limits.MaxRequestHeaderCount = 100;
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 1, gracePeriod: TimeSpan.FromMinutes(2));
        // A player that pauses stops reading for as long as it likes.
        limits.MinResponseDataRate = null;
    }
}
