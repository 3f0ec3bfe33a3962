using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator;
using Streamix.Streaming.CdnOrchestrator.Standing;
using Streamix.Testing.Engines;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class ProbeTests : IDisposable
{
    private readonly EdgeProbes _probes = new(Options.Create(new OrchestratorOptions()), TimeProvider.System, NullLogger<EdgeProbes>.Instance);

    public void Dispose() => _probes.Dispose();

    [Fact]
    public async Task Probe_WhereNobodyListens_IsDownAtOnce()
    {
        _probes.Watch([("edge-1", $"http://127.0.0.1:{FreePorts.Take()}/")]);
        await _probes.ProbeAsync(default);
        _probes.IsDown("edge-1").ShouldBeTrue();
        _probes.IsDown("edge-2").ShouldBeFalse();
    }

    [Fact]
    public async Task Probe_OfAnEdgeThatRefuses_IsDownAfterTheSecondTimeAndUpAfterOneAnswer()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        _probes.Watch([("edge-1", $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/")]);
        await Task.WhenAll(_probes.ProbeAsync(default), AnswerAsync(server, "503 Busy"));
        _probes.IsDown("edge-1").ShouldBeFalse();
        await Task.WhenAll(_probes.ProbeAsync(default), AnswerAsync(server, "503 Busy"));
        _probes.IsDown("edge-1").ShouldBeTrue();
        await Task.WhenAll(_probes.ProbeAsync(default), AnswerAsync(server, "200 OK"));
        _probes.IsDown("edge-1").ShouldBeFalse();
    }

    private static async Task AnswerAsync(TcpListener server, string status)
    {
        using var client = await server.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[4096];
        (await stream.ReadAsync(buffer)).ShouldBeGreaterThan(0);
        Encoding.ASCII.GetString(buffer).ShouldStartWith("GET /healthz ");
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }
}
