using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Mine;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Administration;

/// <summary>Other people's sessions, for operators.</summary>
internal static class SessionAdministrationApi
{
    private const int LargestBody = 4 * 1024;
    private const string ExampleAccount = "0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10";

    public static void MapSessionAdministration(this IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup("/session/admin/sessions").WithTags("Administration")
            .RequireRole(Roles.Admin, Roles.Support).RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody);
        sessions.MapGet("/", ListAsync).WithName("ListSessionsOfAccount").WithSummary("Somebody's sessions, the latest first");

        var acts = sessions.MapGroup("").RequireAudit();
        acts.MapDelete("/{id}", EndAsync).WithName("EndSessionOfAccount").WithSummary("Ends one of them at once").ProducesProblem(StatusCodes.Status403Forbidden);
        acts.MapDelete("/", EndAllAsync).WithName("EndSessionsOfAccount").WithSummary("Signs somebody out everywhere at once").ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<Ok<Page<SessionView>>> ListAsync(
        [Description("Whose."), Example(ExampleAccount)] Guid accountId, [AsParameters] PageQuery page, FamilyStore families, Caller caller) =>
        TypedResults.Ok(await families.PageAsync(accountId, page, caller.SessionId));

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> EndAsync(string id, SessionSteward steward, CancellationToken cancellationToken) =>
        steward.EndAsync(id, cancellationToken);

    private static Task<Results<Ok<EndedCount>, ProblemHttpResult>> EndAllAsync(
        [Description("Whose."), Example(ExampleAccount)] Guid accountId, SessionSteward steward, CancellationToken cancellationToken) =>
        steward.EndAllAsync(accountId, cancellationToken);
}
