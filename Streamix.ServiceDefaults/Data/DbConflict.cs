using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Streamix.ServiceDefaults.Data;

/// <summary>What the database refused, in terms a problem answer can use: 409 for uniqueness and references, 412 for a stale row.</summary>
/// <param name="Kind">The rule that was broken.</param>
/// <param name="Constraint">The constraint's name, when PostgreSQL gave one; never values.</param>
public sealed record DbConflict(DbConflictKind Kind, string? Constraint)
{
    /// <summary>Recognises a conflict anywhere in the chain of inner exceptions; null when it is something else.</summary>
    public static DbConflict? From(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => new(DbConflictKind.Stale, null),
        PostgresException error => From(error),
        { InnerException: { } inner } => From(inner),
        _ => null,
    };

    /// <summary>True when <paramref name="constraint"/> is the unique constraint that was violated.</summary>
    public static bool IsDuplicate(Exception exception, string constraint) =>
        From(exception) is { Kind: DbConflictKind.Duplicate } conflict && conflict.Constraint == constraint;

    private static DbConflict? From(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => new(DbConflictKind.Duplicate, error.ConstraintName),
        PostgresErrorCodes.ExclusionViolation => new(DbConflictKind.Overlap, error.ConstraintName),
        PostgresErrorCodes.ForeignKeyViolation => new(DbConflictKind.Reference, error.ConstraintName),
        _ => null,
    };
}
