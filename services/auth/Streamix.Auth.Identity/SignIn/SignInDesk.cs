using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Contracts.Sessions.V1;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Factors;
using Streamix.Auth.Identity.Sessions;

namespace Streamix.Auth.Identity.SignIn;

/// <summary>What comes after the proof: a second factor where there is one, then the session.</summary>
internal sealed class SignInDesk(IdentityDb db, Subjects subjects, FactorList factors, ChallengeDesk challenges, SessionDesk sessions, IHttpContextAccessor http)
{
    public async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> AfterPasswordAsync(Subject subject, PasswordSignIn wish, DateTimeOffset provenAt, CancellationToken cancellationToken)
    {
        if (Refusal(subject) is { } refusal)
            return refusal;

        var (passwordOf, cookies) = (subject.Credential.PasswordChangedAt, wish.Transport == TokenTransport.Cookie);
        var methods = await factors.MethodsAsync(subject.AccountId, cancellationToken);
        if (methods.Count == 0)
            return await OpenAsync(subject, new(Proof.Password, provenAt, passwordOf, Guid.NewGuid().ToString("n"), wish.Persistent, cookies), cancellationToken);

        var challenge = challenges.New(ChallengeKinds.SecondFactor, subject.AccountId, wish.Persistent, cookies, passwordOf);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new SignInAnswer("second-factor", Challenge: new(challenge.Id, methods, challenge.ExpiresAt)));
    }

    /// <summary>For a challenge that has passed: the session is opened once, and the challenge is over.</summary>
    public async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> AfterChallengeAsync(
        Challenge challenge, Guid accountId, Proof proof, DateTimeOffset provenAt, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(accountId, cancellationToken) is not { } subject)
            return SignInProblems.WrongAnswer();
        if (Refusal(subject) is { } refusal)
            return refusal;
        var answer = await OpenAsync(subject, new(proof, provenAt, challenge.PasswordOf, challenge.Id.ToString("n"), challenge.Persistent, challenge.Cookies), cancellationToken);
        await challenges.EndAsync(challenge.Id, cancellationToken);
        return answer;
    }

    private async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> OpenAsync(Subject subject, SessionWish wish, CancellationToken cancellationToken)
    {
        var tokens = await sessions.OpenAsync(subject, wish, cancellationToken);
        if (wish.PasswordOf is { } setAt && !await db.IsPasswordOfAsync(subject.AccountId, setAt, cancellationToken))
        {
            await sessions.EndAsync(subject.AccountId, tokens.SessionId, SessionEnds.PasswordChanged, cancellationToken);
            return SignInProblems.Again();
        }
        return TypedResults.Ok(new SignInAnswer("signed-in", wish.Cookies ? Laid(tokens, wish.Persistent) : Told(tokens)));
    }

    private SignedIn Laid(Tokens tokens, bool persistent)
    {
        var (access, refresh) = (tokens.AccessExpiresAt.ToDateTimeOffset(), tokens.RefreshExpiresAt.ToDateTimeOffset());
        SessionCookies.Lay(http.HttpContext!.Response, tokens.AccessToken, access, tokens.RefreshToken, refresh, persistent);
        return new(tokens.SessionId, access, refresh);
    }

    private static SignedIn Told(Tokens tokens) =>
        new(tokens.SessionId, tokens.AccessExpiresAt.ToDateTimeOffset(), tokens.RefreshExpiresAt.ToDateTimeOffset(), tokens.AccessToken, tokens.RefreshToken);

    private static ProblemHttpResult? Refusal(Subject subject) =>
        !subject.IsProven ? SignInProblems.Unproven(subject.AccountId)
        : subject.IsSuspended ? SignInProblems.Suspended(subject.AccountId)
        : null;
}
