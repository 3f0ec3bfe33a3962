using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Mine;

/// <summary>Problems that say why in a word a client can act on.</summary>
internal static class SessionProblems
{
    /// <summary>401: the session does not go on; <c>reason</c> is one of the ends of sessions.</summary>
    public static ProblemHttpResult Ended(string? reason) => With(Problems.Unauthorized("The session has ended. Sign in again."), "reason", reason ?? "unknown");

    /// <summary>403 with a <c>code</c>.</summary>
    public static ProblemHttpResult Forbidden(string code, string detail) => With(Problems.Forbidden(detail), "code", code);

    public static ProblemHttpResult With(ProblemHttpResult problem, string name, object? value)
    {
        problem.ProblemDetails.Extensions[name] = value;
        return problem;
    }
}
