namespace Aspire;

internal static class ConnectionStrings
{
    public static string Require(string? value, string connectionName, params ReadOnlySpan<string> sections) =>
        string.IsNullOrWhiteSpace(value)
            ? throw new InvalidOperationException(
                $"ConnectionString is missing. It should be provided in 'ConnectionStrings:{connectionName}' or under the 'ConnectionString' key in '{string.Join("' or '", sections)}' configuration section.")
            : value;
}
