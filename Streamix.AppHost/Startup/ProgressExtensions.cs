using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Streamix.AppHost.Startup;

internal static class ProgressExtensions
{
    /// <summary>With <c>--progress true</c> (as ./streamix up starts it) the console shows the start, not the log; the log is in the dashboard.</summary>
    public static IDistributedApplicationBuilder AddProgress(this IDistributedApplicationBuilder builder)
    {
        if (!string.Equals(builder.Configuration["progress"], "true", StringComparison.OrdinalIgnoreCase) || !builder.ExecutionContext.IsRunMode) return builder;
        builder.Services.AddLogging(logging => logging
            .AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Aspire.Hosting.DistributedApplication", LogLevel.Information));
        builder.Eventing.Subscribe<BeforeStartEvent>((start, cancellationToken) =>
        {
            var progress = new Progress(start.Model, start.Services.GetRequiredService<ResourceNotificationService>(), Console.Out);
            var stopping = start.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            _ = Task.Run(() => progress.ShowAsync(stopping), stopping);
            return Task.CompletedTask;
        });
        return builder;
    }
}
