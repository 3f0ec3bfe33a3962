using Aspire;
using Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers contexts on PostgreSQL with pooling, retries, health check, traces and metrics.</summary>
public static class AspireEFPostgreSqlExtensions
{
    private const string Section = "Aspire:Npgsql:EntityFrameworkCore:PostgreSQL";

    /// <summary>Registers a pooled <typeparamref name="TContext"/>. Nothing connects, and no connection string is asked for, before a context is used.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="connectionName">Name under <c>ConnectionStrings</c>.</param>
    /// <param name="configureSettings">Runs after the settings were read from configuration.</param>
    /// <param name="configureDbContextOptions">Runs after <c>UseNpgsql</c>.</param>
    /// <exception cref="InvalidOperationException">In Development, when the context is registered already; on first use, when there is no connection string.</exception>
    public static void AddNpgsqlDbContext<TContext>(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configureSettings = null,
        Action<DbContextOptionsBuilder>? configureDbContextOptions = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        if (builder.Environment.IsDevelopment() && IsRegistered<TContext>(builder))
            throw new InvalidOperationException(
                $"DbContext<{typeof(TContext).Name}> is already registered. Please ensure 'services.AddDbContext<{typeof(TContext).Name}>()' is not used when calling 'AddNpgsqlDbContext()' or use the corresponding 'Enrich' method.");

        var settings = Read<TContext>(builder, connectionName);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        builder.Services.AddDbContextPool<TContext>(options =>
        {
            var connectionString = EF.IsDesignTime
                ? settings.ConnectionString
                : ConnectionStrings.Require(settings.ConnectionString, connectionName, Section, $"{Section}:{typeof(TContext).Name}");
            options.UseNpgsql(connectionString, npgsql =>
            {
                if (!settings.DisableRetry) npgsql.EnableRetryOnFailure();
                if (settings.CommandTimeout is { } seconds) npgsql.CommandTimeout(seconds);
            });
            configureDbContextOptions?.Invoke(options);
        });
        Observation.Add<TContext>(builder, settings);
    }

    /// <summary>Adds retries, health check, traces and metrics to a <typeparamref name="TContext"/> that is registered already.</summary>
    /// <exception cref="InvalidOperationException">When the context is not registered, or its own retry strategy or time limit contradicts the settings.</exception>
    public static void EnrichNpgsqlDbContext<TContext>(
        this IHostApplicationBuilder builder,
        Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configureSettings = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = Read<TContext>(builder, connectionName: null);
        configureSettings?.Invoke(settings);

        if (!settings.DisableRetry || settings.CommandTimeout is not null)
        {
            if (!IsRegistered<TContext>(builder))
                throw new InvalidOperationException(
                    $"DbContext<{typeof(TContext).Name}> was not registered. Ensure you have registered the DbContext in DI before calling EnrichNpgsqlDbContext.");
            builder.Services.ConfigureDbContext<TContext>(options => Enrichment.Apply<TContext>(options, settings));
        }

        Observation.Add<TContext>(builder, settings);
    }

    private static NpgsqlEntityFrameworkCorePostgreSQLSettings Read<TContext>(IHostApplicationBuilder builder, string? connectionName)
    {
        var settings = new NpgsqlEntityFrameworkCorePostgreSQLSettings();
        var section = builder.Configuration.GetSection(Section);
        section.Bind(settings);
        if (connectionName is not null) section.GetSection(connectionName).Bind(settings);
        section.GetSection(typeof(TContext).Name).Bind(settings);
        return settings;
    }

    private static bool IsRegistered<TContext>(IHostApplicationBuilder builder) where TContext : DbContext =>
        builder.Services.Any(service => service.ServiceType == typeof(DbContextOptions<TContext>));
}
