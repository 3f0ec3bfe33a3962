using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Benchmarks.Gateway;

/// <summary>Calls every session alive, over real gRPC, so that only the gateway's part is measured.</summary>
internal static class SessionsStub
{
    public static async Task RunAsync(Uri address, int keepSeconds)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(address.Port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(new CheckAnswer { Alive = true, KeepSeconds = keepSeconds });
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<Checker>();
        await app.RunAsync();
    }

    internal sealed class Checker(CheckAnswer alive) : Sessions.SessionsBase
    {
        public override Task<CheckAnswer> Check(CheckRequest request, ServerCallContext context) => Task.FromResult(alive);
    }
}
