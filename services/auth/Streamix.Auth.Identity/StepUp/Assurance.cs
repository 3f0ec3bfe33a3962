using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Identity.Factors;
using Streamix.Auth.Identity.Sessions;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.StepUp;

/// <summary>Whether the caller has proven enough, lately enough, to change how they sign in: with two steps when the account has two.</summary>
internal sealed class Assurance(FactorList factors, Caller caller, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>Null when it is enough; else what to answer (RFC 9470).</summary>
    public async Task<ProblemHttpResult?> ChallengeAsync(HttpContext context)
    {
        var needed = await factors.IsTwoStepAsync(caller.AccountId, context.RequestAborted) ? Proof.Aal2 : Proof.Aal1;
        if (caller.AuthenticatedAt is { } at && time.GetUtcNow() - at <= Fresh && string.CompareOrdinal(caller.Acr, needed) >= 0)
            return null;
        context.Response.Headers.WWWAuthenticate = string.Create(CultureInfo.InvariantCulture,
            $"""Bearer error="insufficient_user_authentication", acr_values="{needed}", max_age="{(int)Fresh.TotalSeconds}" """).TrimEnd();
        return Problems.Unauthorized("Confirm that it is you, then repeat.");
    }
}

internal static class AssuranceExtensions
{
    /// <summary>A fresh proof, of the strength the account asks for.</summary>
    public static RouteGroupBuilder RequireFreshProof(this RouteGroupBuilder group) => group.RequireStepUp(acr: Proof.Aal1).AddEndpointFilter(async (context, next) =>
        await context.HttpContext.RequestServices.GetRequiredService<Assurance>().ChallengeAsync(context.HttpContext) is { } challenge
            ? challenge
            : await next(context));
}
