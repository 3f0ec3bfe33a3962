using System.Net.Sockets;
using Npgsql;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Tells an absent or restarting database from a statement that failed by itself.</summary>
public static class DatabaseFailure
{
    /// <summary>True when the database could not be reached, is starting, stopping or out of resources.</summary>
    public static bool IsUnavailable(Exception? exception) => exception switch
    {
        null => false,
        PostgresException error => IsOutage(error.SqlState),
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException or EndOfStreamException } => true,
        NpgsqlException { IsTransient: true } => true,
        AggregateException many => many.InnerExceptions.Any(IsUnavailable),
        _ => IsUnavailable(exception.InnerException),
    };

    /// <summary>
    /// True when something took too long: the database may be away, or it is there and the statement is slow by itself.
    /// <see cref="IsUnavailable"/> is true as well.
    /// </summary>
    public static bool IsTimeout(Exception? exception) => exception switch
    {
        null => false,
        NpgsqlException { InnerException: TimeoutException } => true,
        AggregateException many => many.InnerExceptions.Any(IsTimeout),
        _ => IsTimeout(exception.InnerException),
    };

    private static bool IsOutage(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) // connection
        || state.StartsWith("57P", StringComparison.Ordinal) // shutdown, crash, cannot connect now
        || state.StartsWith("53", StringComparison.Ordinal) // out of resources
        || state.StartsWith("58", StringComparison.Ordinal); // system error
}
