using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Data;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Mine;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Administration;

/// <summary>
/// Ends sessions of others. The record is written first and committed when Redis has done it, so that nothing is done without one;
/// a commit that fails afterwards is answered as an error, and repeating the call is safe.
/// </summary>
internal sealed class SessionSteward(FamilyStore families, SessionDb db, IAudit audit, Caller caller, TimeProvider time)
{
    public async Task<Results<NoContent, NotFound, ProblemHttpResult>> EndAsync(string id, CancellationToken cancellationToken)
    {
        if (!SessionId.IsValid(id) || await families.FindAsync(id) is not { } family)
            return TypedResults.NotFound();
        if (Refusal([family]) is { } refusal)
            return refusal;
        var ended = await SingleAttempt.TransactAsync(db, async token =>
        {
            audit.Record("session.ended", $"account:{family.AccountId:n}/session:{id}", null, "session");
            await db.SaveChangesAsync(token);
            return await families.EndAsync(id, family.AccountId, SessionEnds.Revoked);
        }, cancellationToken);
        return ended ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    public async Task<Results<Ok<EndedCount>, ProblemHttpResult>> EndAllAsync(Guid accountId, CancellationToken cancellationToken)
    {
        if (Refusal(await families.OfAccountAsync(accountId)) is { } refusal)
            return refusal;
        var ended = 0;
        await SingleAttempt.TransactAsync(db, async token =>
        {
            audit.Record("account.signed-out", $"account:{accountId:n}", null, "sessions");
            await db.SaveChangesAsync(token);
            ended = await families.EndAllAsync(accountId, SessionEnds.Revoked, null, time.GetUtcNow());
            return true;
        }, cancellationToken);
        return TypedResults.Ok(new EndedCount(ended));
    }

    private ProblemHttpResult? Refusal(IEnumerable<Family> of) =>
        caller.Is(Roles.Admin) || of.All(f => f.Roles.Count == 0 || f.AccountId == caller.AccountId)
            ? null
            : Problems.Forbidden("Only an administrator may do this to somebody with a role.");
}
