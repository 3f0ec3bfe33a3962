using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.S3;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Faults;

/// <summary>The server as a process of its own, to be killed and measured.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "Streamix.LocalS3.dll"));
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["S3__Data"] = folder;
        start.Environment["S3__AccessKey"] = Keys.Access;
        start.Environment["S3__SecretKey"] = Keys.Secret;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var server = new ServerProcess(Process.Start(start)!, address);
        await server.WaitUntilHealthyAsync();
        return server;
    }

    public IAmazonS3 Client() => Clients.Create(Address);

    /// <summary>The most memory it ever held, in MiB, as the kernel counted it.</summary>
    public long PeakMemory()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null) / 1024;
    }

    /// <summary>SIGKILL; returns when the process is gone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilHealthyAsync()
    {
        using var http = new HttpClient();
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(60))
        {
            process.HasExited.ShouldBeFalse("the server ended instead of starting");
            try
            {
                if ((await http.GetAsync(new Uri(Address, "/-/health"))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
        throw new TimeoutException("The server did not become healthy within 60 s.");
    }
}
