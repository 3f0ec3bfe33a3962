using System.Diagnostics;
using Grpc.Net.Client;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using V1 = Streamix.Streaming.Contracts.History.V1;

namespace Streamix.Streaming.Tests.History.Hosting;

/// <summary>The service in a process of its own, to be killed; always at the same address.</summary>
internal sealed class HistoryProcess : IDisposable
{
    private readonly ProcessStartInfo _start;
    private readonly string _address;
    private Process _process;

    /// <param name="host">Whose database and issuer it shares.</param>
    public HistoryProcess(HistoryHost host)
    {
        var (http, grpc) = (FreePorts.Take(), FreePorts.Take());
        _address = $"http://127.0.0.1:{grpc}";
        _start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Streamix.Streaming.WatchHistory.dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (key, value) in new[]
        {
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{http};{_address}"), ("ASPNETCORE_ENVIRONMENT", "Testing"), ("Grpc__Port", $"{grpc}"), ("Auth__Jwks", host.Tokens.Jwks),
            ("ConnectionStrings__streaming-watch-history-db", host.Database), ("History__Gather", "00:00:00.030"),
        })
            _start.Environment[key] = value;
        _process = Start();
    }

    public V1.History.HistoryClient Calls(string token)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.AsService(token);
        return new(GrpcChannel.ForAddress(_address, new() { HttpClient = http, DisposeHttpClient = true }));
    }

    /// <summary>kill -9, and another one in its place.</summary>
    public void KillAndRestart()
    {
        Kill();
        _process = Start();
    }

    public void Dispose() => Kill();

    private Process Start()
    {
        var process = Process.Start(_start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Kill()
    {
        _process.Kill();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }
}
