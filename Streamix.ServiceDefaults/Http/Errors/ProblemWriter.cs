using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Writes every problem in the one shape, whatever the caller accepts.</summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        Complete(context.ProblemDetails, response.StatusCode);
        response.StatusCode = context.ProblemDetails.Status!.Value;
        response.Headers.CacheControl = "no-store";
        // Not RequestAborted: a request that ran out of time has aborted itself and still gets its answer.
        return new(response.WriteAsJsonAsync(
            context.ProblemDetails,
            json.Value.SerializerOptions.GetTypeInfo(context.ProblemDetails.GetType()),
            "application/problem+json",
            CancellationToken.None));
    }

    private static void Complete(ProblemDetails problem, int status)
    {
        problem.Status ??= status;
        var text = StatusTexts.Of(problem.Status.Value);
        (problem.Type, problem.Title) = IsOwn(problem.Type) ? (problem.Type, problem.Title ?? text.Title) : (text.Type, text.Title);
        problem.Detail ??= text.Detail;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? ActivityTraceId.CreateRandom().ToHexString();
    }

    /// <summary>The framework fills in its own references; ours are the same for every way a problem is made.</summary>
    private static bool IsOwn(string? type) => type is not null && !type.StartsWith("https://tools.ietf.org/", StringComparison.Ordinal);
}
