using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Factors;

internal static class FactorApi
{
    public static void MapFactors(this IEndpointRouteBuilder app) =>
        app.MapGet("/identity/factors", ReadAsync).WithTags("Factors").RequireCaller().RequireRateLimiting(RateLimits.PerCaller)
            .WithName("ReadFactors").WithSummary("Which ways to sign in I have");

    private static async Task<Ok<FactorsView>> ReadAsync(IdentityDb db, FactorList factors, Caller caller, CancellationToken cancellationToken)
    {
        var account = caller.AccountId;
        return TypedResults.Ok(new FactorsView(
            await db.Copies.Where(c => c.AccountId == account).Select(c => c.Email).SingleOrDefaultAsync(cancellationToken),
            await db.Credentials.Where(c => c.AccountId == account).Select(c => (DateTimeOffset?)c.PasswordChangedAt).SingleOrDefaultAsync(cancellationToken),
            await factors.IsTwoStepAsync(account, cancellationToken),
            await db.RecoveryCodes.CountAsync(c => c.AccountId == account, cancellationToken),
            await db.Passkeys.CountAsync(p => p.AccountId == account, cancellationToken)));
    }
}

/// <summary>The ways to sign in.</summary>
/// <param name="Email">The address that signs in now.</param>
/// <param name="PasswordChangedAt">UTC.</param>
/// <param name="Totp">An authenticator app is asked for after the password.</param>
/// <param name="RecoveryCodesLeft">Unused ones.</param>
/// <param name="Passkeys">How many.</param>
internal sealed record FactorsView([property: Personal, Example("ada@example.org")] string? Email, DateTimeOffset? PasswordChangedAt, bool Totp, int RecoveryCodesLeft, int Passkeys);
