using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Sessions;
using Streamix.Auth.Identity.SignIn;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Passkeys;

internal static class PasskeySignInApi
{
    public static void MapPasskeySignIn(this IEndpointRouteBuilder app)
    {
        var passkeys = app.MapGroup("/identity/passkeys").WithTags("Sign-in").AllowAnonymous().WithCredentialLimits().WithValidation();
        passkeys.MapPost("/options", OptionsAsync).WithName("PasskeySignInOptions").WithSummary("What to hand to the browser to sign in with a passkey");
        passkeys.MapPost("/sign-in", SignInAsync).WithName("SignInWithPasskey").WithSummary("Signs in with a passkey alone");
    }

    private static async Task<Ok<PasskeyOptions>> OptionsAsync(
        PasskeySignInWish wish, PasskeyDesk passkeys, ChallengeDesk challenges, IdentityDb db, CancellationToken cancellationToken)
    {
        var challenge = challenges.New(ChallengeKinds.PasskeySignIn, accountId: null, wish.Persistent, wish.Transport == TokenTransport.Cookie);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new PasskeyOptions(challenge.Id, await passkeys.RequestOptionsAsync(challenge, accountId: null, cancellationToken)));
    }

    private static async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> SignInAsync(
        PasskeySignIn signIn, PasskeyDesk passkeys, ChallengeDesk challenges, SignInDesk desk, IdentityDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var answer = new PasskeyAnswer(signIn.Credential);
        if (await challenges.TryAsync(signIn.Challenge, ChallengeKinds.PasskeySignIn, accountId: null, cancellationToken) is not { } challenge)
            return SignInProblems.WrongAnswer();
        if (challenge is { AccountId: { } known } && challenges.IsRepeat(challenge, answer.Text))
            return await desk.AfterChallengeAsync(challenge, known, Proof.Passkey, now, cancellationToken);

        var accountId = await db.InTransactionAsync(
            async token => await passkeys.AssertAsync(challenge, answer, token) is { } account
                && await challenges.PassAsync(challenge, account, answer.Text, Proof.Passkey.Method, token) ? account : (Guid?)null,
            cancellationToken: cancellationToken);
        return accountId is { } id ? await desk.AfterChallengeAsync(challenge, id, Proof.Passkey, now, cancellationToken) : SignInProblems.WrongAnswer();
    }
}
