using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>A web application inside another host: it leaves signals to that one and tells it only what goes wrong.</summary>
internal static class QuietHost
{
    public static WebApplicationBuilder CreateBuilder(ILoggerFactory outer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(new Forwarding(outer)).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        return builder;
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Forwarding(ILoggerFactory outer) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => outer.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }
}
