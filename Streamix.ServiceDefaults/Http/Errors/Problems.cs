using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Problem answers (RFC 9457) for handlers. Type, title and trace id are filled in on the way out.</summary>
public static class Problems
{
    /// <summary>400: the request cannot be understood.</summary>
    public static ProblemHttpResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    /// <summary>401: nobody is signed in, or not strongly enough.</summary>
    public static ProblemHttpResult Unauthorized(string? detail = null) => Of(StatusCodes.Status401Unauthorized, detail);

    /// <summary>403: the caller may not do this.</summary>
    public static ProblemHttpResult Forbidden(string? detail = null) => Of(StatusCodes.Status403Forbidden, detail);

    /// <summary>404: absent, or not the caller's.</summary>
    public static ProblemHttpResult NotFound(string? detail = null) => Of(StatusCodes.Status404NotFound, detail);

    /// <summary>409: the change conflicts with the present state.</summary>
    public static ProblemHttpResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, detail);

    /// <summary>412: the caller has read an older version.</summary>
    public static ProblemHttpResult Stale() => Of(StatusCodes.Status412PreconditionFailed, null);

    /// <summary>422: understood, but not acceptable.</summary>
    public static ProblemHttpResult Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] });

    /// <summary>422 with messages by field.</summary>
    public static ProblemHttpResult Invalid(IDictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors) { Status = StatusCodes.Status422UnprocessableEntity, Title = null });

    /// <summary>429: come back later.</summary>
    public static IResult TooMany(TimeSpan retryAfter) => new Later(Of(StatusCodes.Status429TooManyRequests, null), retryAfter);

    /// <summary>503: a dependency is down.</summary>
    public static IResult Unavailable(TimeSpan retryAfter) => new Later(Of(StatusCodes.Status503ServiceUnavailable, null), retryAfter);

    /// <summary>Any status; give a <paramref name="type"/> where clients must tell this problem from others.</summary>
    public static ProblemHttpResult Of(int status, string? detail, string? type = null, string? title = null) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Detail = detail, Type = type, Title = title });

    private sealed class Later(ProblemHttpResult problem, TimeSpan retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.RetryAfter(retryAfter);
            return problem.ExecuteAsync(httpContext);
        }
    }
}
