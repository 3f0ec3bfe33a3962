using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Factors;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Notices;
using Streamix.Auth.Identity.RecoveryCodes;
using Streamix.Auth.Identity.SignIn;
using Streamix.Auth.Identity.StepUp;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Totp;

internal static class TotpApi
{
    public static void MapTotp(this IEndpointRouteBuilder app)
    {
        var totp = app.MapGroup("/identity/totp").WithTags("Second factor").RequireFreshProof().WithCredentialLimits().WithValidation();
        totp.MapPost("/", EnrolAsync).WithName("EnrolTotp").WithSummary("Begins with an authenticator app: its secret, shown once");
        totp.MapPost("/confirm", ConfirmAsync).WithName("ConfirmTotp").WithSummary("Switches the second step on with a first code; answers the recovery codes, shown once");
        totp.MapDelete("/", RemoveAsync).WithName("RemoveTotp").WithSummary("Switches the second step off; the recovery codes go too");
    }

    private static async Task<Results<Ok<Enrolment>, ProblemHttpResult, NotFound>> EnrolAsync(TotpDesk totp, Subjects subjects, Caller caller, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { } subject)
            return TypedResults.NotFound();
        return await totp.EnrolAsync(subject.AccountId, cancellationToken) is { } secret
            ? TypedResults.Ok(Enrolment.Of(secret, subject.Account.Email!))
            : Problems.Conflict("An authenticator app is in use already; remove it first.");
    }

    private static async Task<Results<Ok<FreshCodes>, ProblemHttpResult, NotFound>> ConfirmAsync(
        FactorCode code, TotpDesk totp, RecoveryCodeDesk codes, NoticeDesk notices, Guard guard, Subjects subjects, IdentityDb db, Caller caller, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { } subject)
            return TypedResults.NotFound();
        await guard.EnterAsync(cancellationToken, GuardRule.Factor.For(subject.AccountId));
        var fresh = await db.InTransactionAsync(async token =>
        {
            if (!await totp.ConfirmAsync(subject.AccountId, code.Code, token))
                return null;
            var made = await codes.RenewAsync(subject.AccountId, token);
            await notices.SecondFactorAsync(subject, FactorNames.Totp, "added", token);
            await db.SaveChangesAsync(token);
            return made;
        }, cancellationToken: cancellationToken);
        if (fresh is null)
            return Problems.Invalid("code", "is wrong or no longer valid");
        await guard.ClearAsync(cancellationToken, GuardRule.Factor.For(subject.AccountId));
        return TypedResults.Ok(fresh);
    }

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(
        TotpDesk totp, RecoveryCodeDesk codes, NoticeDesk notices, Subjects subjects, IdentityDb db, Caller caller, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { } subject)
            return TypedResults.NotFound();
        var removed = await db.InTransactionAsync(async token =>
        {
            if (!await totp.RemoveAsync(subject.AccountId, token))
                return false;
            await codes.RemoveAsync(subject.AccountId, token);
            await notices.SecondFactorAsync(subject, FactorNames.Totp, "removed", token);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken: cancellationToken);
        return removed ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}
