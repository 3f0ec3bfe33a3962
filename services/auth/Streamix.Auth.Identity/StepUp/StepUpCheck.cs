using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Identity.RecoveryCodes;
using Streamix.Auth.Identity.Sessions;
using Streamix.Auth.Identity.SignIn;
using Streamix.Auth.Identity.Totp;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Auth.Identity.StepUp;

/// <summary>Is it the proof that was given?</summary>
internal sealed class StepUpCheck(IdentityDb db, PasswordCheck passwords, TotpDesk totp, RecoveryCodeDesk codes, PasskeyDesk passkeys, ChallengeDesk challenges, Guard guard)
{
    public async Task<Proof?> OfAsync(Subject subject, StepUpProof given, CancellationToken cancellationToken)
    {
        if (given.Password is { } password)
            return await passwords.OfAsync(subject, password, cancellationToken) ? Proof.Password : null;

        var key = GuardRule.Factor.For(subject.AccountId);
        await guard.EnterAsync(cancellationToken, key);
        var proof = await db.InTransactionAsync(token => FactorAsync(subject.AccountId, given, token), cancellationToken: cancellationToken);
        if (proof is not null)
            await guard.ClearAsync(cancellationToken, key);
        return proof;
    }

    public static string Field(StepUpProof given) =>
        given.Password is not null ? "password" : given.Totp is not null ? "totp" : given.RecoveryCode is not null ? "recoveryCode" : "passkey";

    private async Task<Proof?> FactorAsync(Guid accountId, StepUpProof given, CancellationToken cancellationToken) => given switch
    {
        { Totp: { } code } => await totp.AcceptAsync(accountId, code, cancellationToken) ? Proof.Totp : null,
        { RecoveryCode: { } code } => await codes.UseAsync(accountId, code, cancellationToken) ? Proof.RecoveryCode : null,
        { Passkey: { } passkey } => await IsOwnAsync(accountId, passkey, cancellationToken) ? Proof.Passkey : null,
        _ => null,
    };

    private async Task<bool> IsOwnAsync(Guid accountId, StepUpPasskey given, CancellationToken cancellationToken)
    {
        var answer = new PasskeyAnswer(given.Credential);
        return await challenges.TryAsync(given.Challenge, ChallengeKinds.PasskeyStepUp, accountId, cancellationToken) is { } challenge
            && await passkeys.AcceptAsync(challenge, answer, accountId, cancellationToken)
            && await challenges.PassAsync(challenge, accountId, answer.Text, Proof.Passkey.Method, cancellationToken);
    }
}
