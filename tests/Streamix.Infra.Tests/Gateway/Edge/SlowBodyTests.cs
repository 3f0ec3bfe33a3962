using System.Net.Sockets;
using System.Text;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Microsoft.AspNetCore.Http;

namespace Streamix.Infra.Tests.Gateway.Edge;

public sealed class SlowBodyTests
{
    [Fact]
    public async Task Post_BodyStops_Is408AsProblem()
    {
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync("done");
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address)
            .With("Http:Limits:BodyBytesPerSecond", "1000").With("Http:Limits:BodyGrace", "00:00:01.100"));
        var answer = await Wire.SendAsync(gateway.Address, Encoding.ASCII.GetBytes("POST /api/v1/notes/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1000\r\n\r\nfirst"));
        answer.Status().ShouldBe(408);
        answer.ShouldContain("application/problem+json");
        (await gateway.Client.GetAsync("/api/v1/notes/1")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Post_ClientGoesAway_LeavesNothingBehind()
    {
        await using var backend = await TestBackend.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
            await client.GetStream().WriteAsync("POST /api/v1/notes/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nfirst"u8.ToArray());
        }

        (await gateway.Client.GetAsync("/api/v1/notes/1")).IsSuccessStatusCode.ShouldBeTrue();
    }
}
