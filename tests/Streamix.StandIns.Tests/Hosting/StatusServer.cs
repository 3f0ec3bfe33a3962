using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Streamix.StandIns.Tests.Hosting;

/// <summary>Answers everything with one status and keeps the last request.</summary>
internal sealed class StatusServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private StatusServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(context =>
        {
            LastRequest = $"{context.Request.Method} {context.Request.Path} {context.Request.Headers["X-Reason"]}".TrimEnd();
            context.Response.StatusCode = Status;
            return Task.CompletedTask;
        });
    }

    public int Status { get; set; } = 503;

    public string? LastRequest { get; private set; }

    public int Port => new Uri(app.Urls.Single()).Port;

    public static async Task<StatusServer> StartAsync()
    {
        var server = new StatusServer();
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
