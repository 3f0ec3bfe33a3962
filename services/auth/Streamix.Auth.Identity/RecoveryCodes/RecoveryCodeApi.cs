using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Factors;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Notices;
using Streamix.Auth.Identity.StepUp;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.RecoveryCodes;

internal static class RecoveryCodeApi
{
    public static void MapRecoveryCodes(this IEndpointRouteBuilder app) =>
        app.MapGroup("/identity/recovery-codes").WithTags("Second factor").RequireFreshProof().WithCredentialLimits()
            .MapPost("/", RenewAsync).WithName("RenewRecoveryCodes").WithSummary("Ten new recovery codes, shown once; the old ones are void");

    private static async Task<Results<Ok<FreshCodes>, ProblemHttpResult>> RenewAsync(
        RecoveryCodeDesk codes, FactorList factors, NoticeDesk notices, Subjects subjects, IdentityDb db, Caller caller, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { } subject || !await factors.IsTwoStepAsync(subject.AccountId, cancellationToken))
            return Problems.Conflict("Recovery codes belong to an authenticator app; add one first.");
        return TypedResults.Ok(await db.InTransactionAsync(async token =>
        {
            var fresh = await codes.RenewAsync(subject.AccountId, token);
            await notices.SecondFactorAsync(subject, FactorNames.RecoveryCodes, "renewed", token);
            await db.SaveChangesAsync(token);
            return fresh;
        }, cancellationToken: cancellationToken));
    }
}
