using FluentValidation;
using Streamix.Auth.Contracts.Credentials;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.SignIn;

/// <summary>How tokens come back.</summary>
internal enum TokenTransport
{
    /// <summary>In the answer, for devices and programs.</summary>
    Bearer,

    /// <summary>In HTTP-only cookies, for browsers.</summary>
    Cookie,
}

/// <summary>E-mail and password.</summary>
internal sealed record PasswordSignIn(
    [property: Personal, Example("ada@example.org")] string Email,
    [property: Personal, Example("correct horse battery staple")] string Password,
    [property: Example("true")] bool Persistent = false,
    TokenTransport Transport = TokenTransport.Bearer);

internal sealed class PasswordSignInRules : AbstractValidator<PasswordSignIn>
{
    public const int LongestEmail = 254;

    public PasswordSignInRules()
    {
        RuleFor(s => s.Email).Text(LongestEmail);
        RuleFor(s => s.Password).NotEmpty().WithMessage("must not be empty").MaximumLength(PasswordRules.LongestText).WithMessage($"must have at most {PasswordRules.Longest} characters");
    }
}

/// <summary>A code from an authenticator app or from the list of recovery codes.</summary>
internal sealed record FactorCode([property: Personal, Example("\"492039\"")] string Code);

internal sealed class FactorCodeRules : AbstractValidator<FactorCode>
{
    public FactorCodeRules() => RuleFor(c => c.Code).Text(32);
}
