using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire;

internal static class HealthCheckRegistrations
{
    /// <summary>Adds the check unless this builder already has one of that name: two contexts or clients may ask for it.</summary>
    public static void TryAddHealthCheck(this IHostApplicationBuilder builder, string name, Func<IServiceProvider, IHealthCheck> create, IEnumerable<string>? tags = null)
    {
        if (builder.Properties.TryAdd($"Aspire.HealthChecks.{name}", true))
            builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(name, create, failureStatus: null, tags));
    }
}
