using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Mine;

internal static class SessionListApi
{
    public static void MapSessionList(this RouteGroupBuilder sessions)
    {
        sessions.MapGet("/", ListAsync).WithName("ListSessions").WithSummary("My sessions, the latest first");
        sessions.MapDelete("/", EndManyAsync).WithName("EndSessions").WithSummary("Signs me out of all other sessions, or everywhere");
        sessions.MapDelete("/{id}", EndAsync).WithName("EndSession").WithSummary("Ends one of my sessions");
    }

    private static async Task<Ok<Page<SessionView>>> ListAsync([AsParameters] PageQuery page, FamilyStore families, Caller caller) =>
        TypedResults.Ok(await families.PageAsync(caller.AccountId, page, caller.SessionId));

    private static async Task<Results<NoContent, NotFound>> EndAsync(string id, FamilyStore families, Caller caller, HttpResponse response)
    {
        var current = id == caller.SessionId;
        if (!SessionId.IsValid(id) || !await families.EndAsync(id, caller.AccountId, current ? SessionEnds.SignedOut : SessionEnds.Revoked))
            return TypedResults.NotFound();
        if (current)
            SessionCookies.Clear(response);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<EndedCount>> EndManyAsync(FamilyStore families, Caller caller, TimeProvider time, HttpResponse response, bool everywhere = false)
    {
        var kept = everywhere ? null : caller.SessionId;
        var ended = await families.EndAllAsync(caller.AccountId, SessionEnds.SignedOutEverywhere, kept, time.GetUtcNow());
        if (kept is null)
            SessionCookies.Clear(response);
        return TypedResults.Ok(new EndedCount(ended));
    }
}
