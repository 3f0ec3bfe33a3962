using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Identity.RecoveryCodes;
using Streamix.Auth.Identity.Sessions;
using Streamix.Auth.Identity.Totp;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.SignIn;

internal static class SignInApi
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var signIn = app.MapGroup("/identity/sign-in").WithTags("Sign-in").AllowAnonymous().WithCredentialLimits().WithValidation();
        signIn.MapPost("/", WithPasswordAsync).WithName("SignIn").WithSummary("Signs in with e-mail and password, or names the second factors to answer with");
        signIn.MapPost("/{challenge:guid}/totp", WithTotpAsync).WithName("AnswerWithTotp").WithSummary("Second factor: the code of an authenticator app");
        signIn.MapPost("/{challenge:guid}/recovery-code", WithRecoveryCodeAsync).WithName("AnswerWithRecoveryCode").WithSummary("Second factor: a recovery code, which is used up");
        signIn.MapPost("/{challenge:guid}/passkey-options", PasskeyOptionsAsync).WithName("SecondFactorPasskeyOptions").WithSummary("Second factor: what to hand to the browser's passkey dialog");
        signIn.MapPost("/{challenge:guid}/passkey", WithPasskeyAsync).WithName("AnswerWithPasskey").WithSummary("Second factor: a passkey");
    }

    private static async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> WithPasswordAsync(
        PasswordSignIn wish, PasswordCheck check, SignInDesk desk, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await check.ByEmailAsync(wish.Email, wish.Password, cancellationToken) is { } subject
            ? await desk.AfterPasswordAsync(subject, wish, now, cancellationToken)
            : SignInProblems.Wrong();
    }

    private static Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> WithTotpAsync(
        Guid challenge, FactorCode code, SecondFactor second, TotpDesk totp, CancellationToken cancellationToken) =>
        second.AnswerAsync(challenge, code.Code, Proof.Totp, accountId => totp.AcceptAsync(accountId, code.Code, cancellationToken), cancellationToken);

    private static Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> WithRecoveryCodeAsync(
        Guid challenge, FactorCode code, SecondFactor second, RecoveryCodeDesk codes, CancellationToken cancellationToken) =>
        second.AnswerAsync(challenge, code.Code, Proof.RecoveryCode, accountId => codes.UseAsync(accountId, code.Code, cancellationToken), cancellationToken);

    private static async Task<Results<Ok<JsonElement>, ProblemHttpResult>> PasskeyOptionsAsync(
        Guid challenge, ChallengeDesk challenges, PasskeyDesk passkeys, CancellationToken cancellationToken) =>
        await challenges.TryAsync(challenge, ChallengeKinds.SecondFactor, accountId: null, cancellationToken) is { AccountId: { } accountId } open
            ? TypedResults.Ok(await passkeys.RequestOptionsAsync(open, accountId, cancellationToken))
            : SignInProblems.WrongAnswer();

    private static Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> WithPasskeyAsync(
        Guid challenge, PasskeyAnswer answer, SecondFactor second, PasskeyDesk passkeys, CancellationToken cancellationToken) =>
        second.AnswerAsync(challenge, answer.Text, Proof.PasswordAndPasskey, (open, accountId) => passkeys.AcceptAsync(open, answer, accountId, cancellationToken), cancellationToken);
}
