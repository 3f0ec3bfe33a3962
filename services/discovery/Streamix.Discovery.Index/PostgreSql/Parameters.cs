using Npgsql;
using NpgsqlTypes;

namespace Streamix.Discovery.Index.PostgreSql;

internal static class Parameters
{
    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection parameters, string name, NpgsqlDbType type, object? value)
    {
        parameters.Add(new(name, type) { Value = value ?? DBNull.Value });
        return parameters;
    }

    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection parameters, string name, string? value) => parameters.With(name, NpgsqlDbType.Text, value);

    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection parameters, string name, IEnumerable<string>? values) =>
        parameters.With(name, NpgsqlDbType.Array | NpgsqlDbType.Text, values?.ToArray());

    /// <summary>An empty list is null: it filters nothing.</summary>
    public static NpgsqlParameterCollection WithFilter(this NpgsqlParameterCollection parameters, string name, IReadOnlyCollection<string> values) =>
        parameters.With(name, values.Count > 0 ? values : null);

    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection parameters, string name, DateTimeOffset value) =>
        parameters.With(name, NpgsqlDbType.TimestampTz, value.ToUniversalTime());
}
