using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Turns what escaped a handler into a problem; the exception itself goes to the log only.</summary>
internal sealed partial class ExceptionProblems(IEnumerable<IExceptionTranslation> translations, IProblemDetailsService problems, ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    private const int DeepestCause = 8;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Translate(translations, exception) ?? new(StatusCodes.Status500InternalServerError);
        Record(httpContext, exception, problem);

        httpContext.Response.StatusCode = problem.Status;
        if (problem.RetryAfter is { } after || problem.Status == StatusCodes.Status503ServiceUnavailable && Default(out after))
            httpContext.Response.RetryAfter(after);

        await problems.WriteAsync(new() { HttpContext = httpContext, ProblemDetails = Details(problem) });
        return true;
    }

    internal static Problem? Translate(IEnumerable<IExceptionTranslation> translations, Exception exception)
    {
        var depth = 0;
        for (var cause = exception; cause is not null && depth < DeepestCause; cause = cause.InnerException, depth++)
            foreach (var translation in translations)
                if (translation.Translate(cause) is { } problem)
                    return problem;
        return null;
    }

    private static ProblemDetails Details(Problem problem) => problem.Errors is { } errors
        ? new HttpValidationProblemDetails(errors) { Status = problem.Status, Detail = problem.Detail, Title = null }
        : new ProblemDetails { Status = problem.Status, Detail = problem.Detail };

    private static bool Default(out TimeSpan after)
    {
        after = TimeSpan.FromSeconds(5);
        return true;
    }

    private void Record(HttpContext context, Exception exception, Problem problem)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (problem.Status == StatusCodes.Status500InternalServerError)
            Log.Failed(logger, exception, context.Request.Method, route);
        else if (problem.Status > StatusCodes.Status500InternalServerError)
            Log.Unavailable(logger, exception, context.Request.Method, route, problem.Status);
        else
            Log.Refused(logger, context.Request.Method, route, problem.Status, exception.GetType().Name);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string method, string? route);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Route} answered {Status}")]
        public static partial void Unavailable(ILogger logger, Exception exception, string method, string? route, int status);

        [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Route} answered {Status} because of {Exception}")]
        public static partial void Refused(ILogger logger, string method, string? route, int status, string exception);
    }
}
