using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Tests.Jobs;

/// <summary>A replica in a process of its own, to be killed. Its catalog is a socket of this process.</summary>
internal sealed class TranscoderProcess : IDisposable
{
    private readonly Process _process;

    private TranscoderProcess(Process process) => _process = process;

    public static TranscoderProcess Start(string catalog, IReadOnlyDictionary<string, string> settings)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Streamix.Media.Transcoder.dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (key, value) in settings)
            info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        info.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        info.Environment["services__media-catalog__http__0"] = catalog;
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>It has the lock of this worker's scratch folder.</summary>
    public bool Is(string worker)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{_process.Id}/fd").Any(open => new FileInfo(open).LinkTarget?.EndsWith($"/{worker}.lock", StringComparison.Ordinal) == true);
        }
        catch (IOException)
        {
            // One of them was closed meanwhile.
            return false;
        }
    }

    /// <summary>kill -9; returns when it is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    /// <summary>The internal route of media-catalog that transcoders call.</summary>
    public static async Task<WebApplication> ServeAsync(FakeCatalog catalog)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/internal/assets/{id:guid}/source", (Guid id) => catalog.Find(id) is { } source ? Results.Json(source, JsonDefaults.Options) : Results.NotFound());
        await app.StartAsync();
        return app;
    }
}
