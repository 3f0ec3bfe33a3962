using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Streamix.AppHost.Restarts;

internal static class RestartExtensions
{
    /// <summary>Unless the start says <c>--restarts false</c>.</summary>
    public static void RestartWhatCrashes(this IDistributedApplicationBuilder builder)
    {
        if (!builder.ExecutionContext.IsRunMode || string.Equals(builder.Configuration["restarts"], "false", StringComparison.OrdinalIgnoreCase)) return;
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<CrashRestarts>();
    }
}
