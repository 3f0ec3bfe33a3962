using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Streamix.Auth.Contracts.Sessions.V1;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Logins;

/// <summary>Opens sessions without keeping them, over real gRPC, so that only auth-identity is measured.</summary>
internal sealed class SessionsStub : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SessionsStub(WebApplication app, string address) => (_app, Address) = (app, address);

    public string Address { get; }

    public static async Task<SessionsStub> StartAsync()
    {
        var port = FreePorts.Take();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<Opener>();
        await app.StartAsync();
        return new(app, $"http://localhost:{port}");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed class Opener : Sessions.SessionsBase
    {
        public override Task<Tokens> Open(OpenRequest request, ServerCallContext context) => Task.FromResult(new Tokens
        {
            SessionId = Guid.NewGuid().ToString("n"), AccessToken = new('a', 700), RefreshToken = new('r', 60),
            AccessExpiresAt = DateTimeOffset.UtcNow.AddMinutes(15).ToTimestamp(), RefreshExpiresAt = DateTimeOffset.UtcNow.AddDays(30).ToTimestamp(),
        });
    }
}
