using System.Diagnostics;
using System.Net.Http.Json;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Enumeration;

/// <summary>A service in a process of its own.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private ServiceProcess(Process process, Uri address) =>
        (_process, Address, _http) = (process, address, new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address });

    public Uri Address { get; }

    public static async Task<ServiceProcess> StartAsync(string assembly, Dictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly)]) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["RateLimits__SensitivePerMinute"] = "1000000";
        start.Environment["Logging__LogLevel__Default"] = "None";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var service = new ServiceProcess(process, address);
        await Until.TrueAsync(async () => (await service._http.GetAsync("/alive")).IsSuccessStatusCode, $"{assembly} answers");
        return service;
    }

    /// <summary>Milliseconds until the answer has arrived. Each call comes from another address, as it would from many thieves.</summary>
    public async Task<double> TimeAsync(string path, object body, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-For", $"10.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}.{Random.Shared.Next(1, 255)}");
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return (int)answer.StatusCode == status ? elapsed : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}, not {status}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
