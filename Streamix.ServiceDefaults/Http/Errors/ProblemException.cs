namespace Streamix.ServiceDefaults.Http;

/// <summary>Ends the request with a problem document. For deep places; handlers return <see cref="Problems"/> instead.</summary>
/// <param name="status">The HTTP status, 400 to 599.</param>
/// <param name="detail">One sentence for the caller; never an internal message.</param>
public class ProblemException(int status, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>What is wrong, by field.</summary>
    public IDictionary<string, string[]>? Errors { get; init; }

    /// <summary>When another attempt makes sense; becomes <c>Retry-After</c> in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A wrong field of the request: 400.</summary>
    public static ProblemException BadRequest(string field, string message) => new(StatusCodes.Status400BadRequest, "The request is not well formed.")
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] },
    };
}
