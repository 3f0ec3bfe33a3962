using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Identity.Passcodes;

internal static class PasscodeApi
{
    public static void MapPasscodes(this IEndpointRouteBuilder app)
    {
        var passcodes = app.MapGroup("/identity/passcodes").WithTags("Passcodes").AllowAnonymous().WithCredentialLimits().WithValidation().WithSteadyAnswer();
        passcodes.MapPost("/verify", VerifyAsync).WithName("VerifyPasscode").WithSummary("Proves the address of a new account by the code from the mail");
        passcodes.MapPost("/resend", ResendAsync).WithName("ResendPasscode").WithSummary("Mails another code; the old one is void");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> VerifyAsync(PasscodeAnswer answer, PasscodeDesk desk, IdentityDb db, CancellationToken cancellationToken) =>
        await db.InTransactionAsync(token => desk.VerifyAsync(answer.AccountId, answer.Code, token), cancellationToken: cancellationToken)
            ? TypedResults.NoContent()
            : Problems.Invalid("code", "is wrong or no longer valid");

    /// <summary>An id that leads nowhere gets the same answers as any other.</summary>
    private static async Task<Results<Accepted, ProblemHttpResult>> ResendAsync(
        PasscodeRenewal renewal, PasscodeDesk desk, Guard guard, IdentityDb db, CancellationToken cancellationToken)
    {
        await guard.EnterAsync(cancellationToken, GuardRule.Resend.For(renewal.AccountId));
        await db.InTransactionAsync(async token =>
        {
            var pending = await db.Copies.AsNoTracking().SingleOrDefaultAsync(
                c => c.AccountId == renewal.AccountId && c.Status == AccountStatuses.Pending && c.Email != null
                    && db.Credentials.Any(k => k.AccountId == c.AccountId && k.ProvenAt == null), token);
            if (pending is not null)
                await desk.IssueAsync(pending, name: null, token);
        }, cancellationToken: cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
