namespace Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;

/// <summary>
/// How a context reaches PostgreSQL. Read from <c>Aspire:Npgsql:EntityFrameworkCore:PostgreSQL</c>, then its sub-sections
/// named after the connection and after the context.
/// </summary>
public sealed class NpgsqlEntityFrameworkCorePostgreSQLSettings
{
    /// <summary>The Npgsql connection string; <c>ConnectionStrings:{name}</c> takes precedence over the section's value.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Switches off the repetition of commands after transient failures.</summary>
    public bool DisableRetry { get; set; }

    /// <summary>Switches off the health check named after the context.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Switches off the trace source <c>Npgsql</c>.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Switches off the meter <c>Npgsql</c>.</summary>
    public bool DisableMetrics { get; set; }

    /// <summary>Time limit of one command, in seconds; Npgsql's own when null.</summary>
    public int? CommandTimeout { get; set; }
}
