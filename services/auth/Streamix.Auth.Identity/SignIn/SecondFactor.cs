using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Sessions;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Auth.Identity.SignIn;

/// <summary>The second step of a sign-in, whatever the factor.</summary>
internal sealed class SecondFactor(IdentityDb db, ChallengeDesk challenges, Guard guard, SignInDesk desk, TimeProvider time)
{
    public Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> AnswerAsync(
        Guid id, string answer, Proof proof, Func<Guid, Task<bool>> accept, CancellationToken cancellationToken) =>
        AnswerAsync(id, answer, proof, (_, accountId) => accept(accountId), cancellationToken);

    /// <summary>
    /// The factor is used up and the challenge marked as passed in one transaction, then the session is opened. If that fails, the same
    /// answer may be given again while the challenge lasts, and opens the same session.
    /// </summary>
    public async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> AnswerAsync(
        Guid id, string answer, Proof proof, Func<Challenge, Guid, Task<bool>> accept, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await challenges.TryAsync(id, ChallengeKinds.SecondFactor, accountId: null, cancellationToken) is not { AccountId: { } accountId } challenge)
            return SignInProblems.WrongAnswer();
        if (challenges.IsRepeat(challenge, answer) && challenge.PassedMethod == proof.Method)
            return await desk.AfterChallengeAsync(challenge, accountId, proof, now, cancellationToken);

        await guard.EnterAsync(cancellationToken, GuardRule.Factor.For(accountId));
        var passed = await db.InTransactionAsync(
            async token => await accept(challenge, accountId) && await challenges.PassAsync(challenge, accountId, answer, proof.Method, token),
            cancellationToken: cancellationToken);
        if (!passed)
            return SignInProblems.WrongAnswer();

        await guard.ClearAsync(cancellationToken, GuardRule.Factor.For(accountId));
        return await desk.AfterChallengeAsync(challenge, accountId, proof, now, cancellationToken);
    }
}
