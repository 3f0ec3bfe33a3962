using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.ServiceDefaults.Data;

/// <summary>
/// The base of every service's context: snake_case names, UUIDv7 keys, UTC instants as <c>timestamptz</c>,
/// <c>xmin</c> as concurrency token of <see cref="IVersioned"/> entities, and the tables of messaging and idempotency.
/// </summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>True from the first staged event until the commit that carries it.</summary>
    internal bool HasStagedEvents { get; set; }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>().HaveColumnType("timestamp with time zone");
        configurationBuilder.Conventions.Add(_ => new VersionConvention());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MessagingModel.Configure(modelBuilder);
        IdempotencyModel.Configure(modelBuilder);
    }
}
