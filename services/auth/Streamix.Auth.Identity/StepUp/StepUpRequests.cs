using System.Text.Json;
using FluentValidation;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Identity.SignIn;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.StepUp;

/// <summary>Exactly one proof.</summary>
internal sealed record StepUpProof(
    [property: Personal, Example("correct horse battery staple")] string? Password = null,
    [property: Personal, Example("\"492039\"")] string? Totp = null,
    [property: Personal, Example("K7MX4-RW2HD")] string? RecoveryCode = null,
    StepUpPasskey? Passkey = null,
    TokenTransport Transport = TokenTransport.Bearer);

/// <summary>A passkey's answer to the challenge of <c>/identity/step-up/passkey-options</c>.</summary>
internal sealed record StepUpPasskey([property: Example(PasskeyExamples.Challenge)] Guid Challenge, [property: Personal, Example(PasskeyExamples.Assertion)] JsonElement Credential);

internal sealed class StepUpProofRules : AbstractValidator<StepUpProof>
{
    public StepUpProofRules()
    {
        RuleFor(p => p.Password).Must((proof, _) => new object?[] { proof.Password, proof.Totp, proof.RecoveryCode, proof.Passkey }.Count(p => p is not null) == 1)
            .WithMessage("give exactly one of password, totp, recoveryCode and passkey");
        RuleFor(p => p.Password).MaximumLength(PasswordRules.LongestText).WithMessage($"must have at most {PasswordRules.Longest} characters");
        RuleFor(p => p.Totp).MaximumLength(32).WithMessage("must have at most 32 characters");
        RuleFor(p => p.RecoveryCode).MaximumLength(32).WithMessage("must have at most 32 characters");
    }
}

/// <summary>The session, stronger for a while. The token is absent when it went into the cookie.</summary>
internal sealed record SteppedUp([property: Example("aal2")] string Acr, DateTimeOffset AccessExpiresAt, [property: Personal, Example("eyJhbGciOiJFUzI1NiJ9.eyJhY3IiOiJhYWwyIn0.c2ln")] string? AccessToken = null);
