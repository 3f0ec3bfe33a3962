using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Streamix.Benchmarks.LocalS3;

/// <summary>The server as its own process.</summary>
internal sealed class ServerUnderTest : IDisposable
{
    public const string AccessKey = "BENCH";
    public const string SecretKey = "bench-secret";
    private readonly Process process;

    private ServerUnderTest(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerUnderTest> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "Streamix.LocalS3.dll"));
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["S3__Data"] = folder;
        start.Environment["S3__AccessKey"] = AccessKey;
        start.Environment["S3__SecretKey"] = SecretKey;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var server = new ServerUnderTest(Process.Start(start)!, address);
        using var http = new HttpClient();
        for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(50))
            if (await IsHealthyAsync(http, address))
                return server;
        server.Dispose();
        throw new TimeoutException("The server did not become healthy within 30 s.");
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>MiB.</summary>
    public long PeakMemory()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null) / 1024;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http, Uri address)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(address, "/-/health"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
