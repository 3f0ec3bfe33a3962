using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Requests that cannot be read: limits of the server, binding, JSON.</summary>
internal sealed partial class RequestErrors : IExceptionTranslation
{
    public Problem? Translate(Exception exception) => exception switch
    {
        ProblemException own => new(own.Status, own.Message) { Errors = own.Errors, RetryAfter = own.RetryAfter },
        BadHttpRequestException { InnerException: JsonException json } => JsonErrors.Describe(json),
        BadHttpRequestException bad when bad.StatusCode != StatusCodes.Status400BadRequest => new(bad.StatusCode),
        BadHttpRequestException bad => Parameter(bad),
        _ => null,
    };

    /// <summary>The framework names the parameter in its message only.</summary>
    private static Problem Parameter(BadHttpRequestException bad)
    {
        if (Unbound().Match(bad.Message) is { Success: true } unbound)
            return Field(unbound, "has the wrong type or format");
        if (Missing().Match(bad.Message) is { Success: true } missing)
            return Field(missing, "is required");
        return bad.Message.Contains("no body was provided", StringComparison.Ordinal)
            ? new(StatusCodes.Status400BadRequest, "A body is required.")
            : new(StatusCodes.Status400BadRequest);
    }

    private static Problem Field(Match match, string message) => new(StatusCodes.Status400BadRequest, "Some parameters cannot be read.")
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [FieldNames.Camel(match.Groups["name"].Value)] = [message] },
    };

    [GeneratedRegex("""^Failed to bind parameter "[^"]*?(?<name>[\w.-]+)" from """, RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Unbound();

    [GeneratedRegex("""^Required parameter "[^"]*?(?<name>[\w.-]+)" was not provided""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Missing();
}
