using FluentValidation;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.SignIn;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Passwords;

/// <summary>"I forgot my password."</summary>
internal sealed record ForgottenPassword([property: Personal, Example("ada@example.org")] string Email);

internal sealed class ForgottenPasswordRules : AbstractValidator<ForgottenPassword>
{
    public ForgottenPasswordRules() => RuleFor(f => f.Email).Text(PasswordSignInRules.LongestEmail);
}

/// <summary>The token from the mail and what the password shall be.</summary>
internal sealed record NewPassword(
    [property: Personal, Example("Jx1tYb0cV6wz1m9cO3e8bZ2kq5n7r4s6u8x0A2C4E6G")] string Token,
    [property: Personal, Example("correct horse battery staple")] string Password);

internal sealed class NewPasswordRules : AbstractValidator<NewPassword>
{
    public NewPasswordRules()
    {
        RuleFor(p => p.Token).Text(128);
        RuleFor(p => p.Password).NotEmpty().WithMessage("must not be empty").MaximumLength(PasswordRules.LongestText).WithMessage($"must have at most {PasswordRules.Longest} characters");
    }
}

/// <summary>The old password may be left out right after a step-up.</summary>
internal sealed record PasswordChange(
    [property: Personal, Example("correct horse battery staple")] string NewPassword,
    [property: Personal, Example("an older pass phrase")] string? CurrentPassword = null);

internal sealed class PasswordChangeRules : AbstractValidator<PasswordChange>
{
    public PasswordChangeRules()
    {
        RuleFor(p => p.NewPassword).NotEmpty().WithMessage("must not be empty").MaximumLength(PasswordRules.LongestText).WithMessage($"must have at most {PasswordRules.Longest} characters");
        RuleFor(p => p.CurrentPassword).MaximumLength(PasswordRules.LongestText).WithMessage($"must have at most {PasswordRules.Longest} characters");
    }
}
