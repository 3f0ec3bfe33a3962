namespace Aspire.Hosting.ApplicationModel;

internal static class ValueFormats
{
    public static string? Apply(string? value, string? format) => format?.ToLowerInvariant() switch
    {
        null or "" => value,
        "uri" => value is null ? null : Uri.EscapeDataString(value),
        _ => throw new FormatException($"Unknown format '{format}'."),
    };
}
