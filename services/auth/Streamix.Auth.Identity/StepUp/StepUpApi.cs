using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Factors;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Identity.Sessions;
using Streamix.Auth.Identity.SignIn;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.StepUp;

internal static class StepUpApi
{
    public static void MapStepUp(this IEndpointRouteBuilder app)
    {
        var stepUp = app.MapGroup("/identity/step-up").WithTags("Step-up").RequireCaller().WithCredentialLimits().WithValidation();
        stepUp.MapPost("/", ProveAsync).WithName("StepUp").WithSummary("Proves again who I am, for what asks for a fresh proof");
        stepUp.MapPost("/passkey-options", OptionsAsync).WithName("StepUpPasskeyOptions").WithSummary("What to hand to the browser to prove it with a passkey");
    }

    private static async Task<Results<Ok<SteppedUp>, ProblemHttpResult>> ProveAsync(
        StepUpProof given, StepUpCheck check, Subjects subjects, FactorList factors, SessionDesk sessions, Caller caller, HttpContext context, CancellationToken cancellationToken)
    {
        if (caller.SessionId is not { } session || await subjects.FindAsync(caller.AccountId, cancellationToken) is not { MaySignIn: true } subject)
            return Problems.Unauthorized();
        if (given.Password is not null && await factors.MethodsAsync(subject.AccountId, cancellationToken) is [_, ..] methods)
            return SignInProblems.SecondFactorNeeded(methods);
        if (await check.OfAsync(subject, given, cancellationToken) is not { } proof)
            return Problems.Invalid(StepUpCheck.Field(given), "is wrong or no longer valid");

        var token = await sessions.ElevateAsync(subject.AccountId, session, proof, cancellationToken);
        var until = token.AccessExpiresAt.ToDateTimeOffset();
        if (given.Transport == TokenTransport.Bearer)
            return TypedResults.Ok(new SteppedUp(proof.Acr, until, token.AccessToken_));
        SessionCookies.LayAccess(context.Response, token.AccessToken_, until, token.Persistent);
        return TypedResults.Ok(new SteppedUp(proof.Acr, until));
    }

    private static async Task<Results<Ok<PasskeyOptions>, ProblemHttpResult>> OptionsAsync(
        PasskeyDesk passkeys, ChallengeDesk challenges, Subjects subjects, IdentityDb db, Caller caller, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { MaySignIn: true })
            return Problems.Unauthorized();
        var challenge = challenges.New(ChallengeKinds.PasskeyStepUp, caller.AccountId);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new PasskeyOptions(challenge.Id, await passkeys.RequestOptionsAsync(challenge, caller.AccountId, cancellationToken)));
    }
}
