using System.Text.Json;
using System.Text.RegularExpressions;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Says which field of a JSON body is wrong without telling our type names.</summary>
internal static partial class JsonErrors
{
    private const int LongestName = 200;

    public static Problem Describe(JsonException exception)
    {
        if (exception.InnerException is JsonException reader)
            return new(StatusCodes.Status400BadRequest, $"The body is not valid JSON{Position(reader)}.");

        var fields = Missing(exception.Message);
        if (fields.Count > 0)
            return Fields(fields, "is required");

        return exception.Path is { } path && Name(path) is { Length: > 0 } name
            ? Fields([name], Reason(exception))
            : new(StatusCodes.Status400BadRequest, "The body does not have the expected form.");
    }

    private static string Reason(JsonException exception) => exception switch
    {
        TextException own => own.Reason,
        { InnerException: InvalidOperationException } => "is not valid text",
        _ when exception.Message.Contains("allow null", StringComparison.Ordinal) => "must not be null",
        _ when exception.Message.StartsWith("Duplicate property", StringComparison.Ordinal) => "appears twice",
        _ => "has the wrong type or format",
    };

    private static Problem Fields(IReadOnlyCollection<string> names, string reason) => new(StatusCodes.Status400BadRequest, "The body does not have the expected form.")
    {
        Errors = names.ToDictionary(n => n, _ => new[] { reason }, StringComparer.Ordinal),
    };

    private static string Name(string path)
    {
        var name = path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');
        return name.Length > LongestName ? name[..LongestName] : name;
    }

    private static string Position(JsonException reader) => reader is { LineNumber: { } line, BytePositionInLine: { } at }
        ? FormattableString.Invariant($" (line {line + 1}, byte {at + 1})")
        : "";

    private static List<string> Missing(string message)
    {
        var start = message.IndexOf("missing required properties", StringComparison.Ordinal);
        return start < 0 ? [] : [.. Quoted().Matches(message, start).Select(m => m.Groups["name"].Value)];
    }

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Quoted();
}
