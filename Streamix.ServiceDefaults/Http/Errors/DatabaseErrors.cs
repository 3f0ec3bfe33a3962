using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Http;

/// <summary>What the database refused, by SQLSTATE. Constraints decide, so most conflicts arrive here.</summary>
internal sealed class DatabaseErrors : IExceptionTranslation
{
    public Problem? Translate(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => new(StatusCodes.Status412PreconditionFailed),
        PostgresException refused => Refused(refused),
        NpgsqlException lost when DatabaseFailure.IsUnavailable(lost) => Problem.Unavailable(),
        _ => null,
    };

    private static Problem? Refused(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => new(StatusCodes.Status409Conflict, "This exists already."),
        PostgresErrorCodes.ForeignKeyViolation => new(StatusCodes.Status409Conflict, "It refers to something that does not exist, or is still referred to."),
        PostgresErrorCodes.ExclusionViolation => new(StatusCodes.Status409Conflict, "It overlaps with something that exists."),
        PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation
            or PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.NumericValueOutOfRange => new(StatusCodes.Status422UnprocessableEntity),
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter => new(StatusCodes.Status400BadRequest, "The text contains characters that are not allowed."),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => Problem.Unavailable(1),
        PostgresErrorCodes.QueryCanceled => Problem.Unavailable(),
        _ => DatabaseFailure.IsUnavailable(e) ? Problem.Unavailable() : null,
    };
}
