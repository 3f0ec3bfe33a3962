using Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Gives a service its database.</summary>
public static class ServiceDatabaseExtensions
{
    private static readonly TimeSpan ReadinessTimeout = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Registers <typeparamref name="TDb"/> on the connection <paramref name="name"/>. Nothing connects before the first query;
    /// once used, the database takes part in readiness (tag <c>ready</c>), never in liveness.
    /// </summary>
    public static IHostApplicationBuilder AddServiceDatabase<TDb>(this IHostApplicationBuilder builder, string name)
        where TDb : ServiceDb
    {
        var use = new DatabaseUse();
        builder.AddNpgsqlDbContext<TDb>(name, Configure, options => options.UseServiceConventions().AddInterceptors(use));
        builder.Services.AddScoped<IPersonalDataStore, AnswersOfAccount<TDb>>();
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            name,
            services => new DatabaseReadiness<TDb>(services.GetRequiredService<IServiceScopeFactory>(), use),
            HealthStatus.Unhealthy,
            ["ready"],
            ReadinessTimeout));
        return builder;
    }

    private static void Configure(NpgsqlEntityFrameworkCorePostgreSQLSettings settings)
    {
        settings.DisableHealthChecks = true;
        if (!string.IsNullOrEmpty(settings.ConnectionString))
            settings.ConnectionString = ServiceDbOptions.WithServiceDefaults(settings.ConnectionString);
    }
}
