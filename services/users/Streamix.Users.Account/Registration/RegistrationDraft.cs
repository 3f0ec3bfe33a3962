using FluentValidation;
using Microsoft.Extensions.Options;
using Streamix.Auth.Contracts.Credentials;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Registration;

/// <summary>What somebody signs up with.</summary>
/// <param name="Email">Where the passcode goes.</param>
/// <param name="Password">10 to 128 characters; taken exactly as typed.</param>
/// <param name="DisplayName">What the first profile is called.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="TermsVersion">The version of the terms that was accepted.</param>
/// <param name="MarketingConsent">Whether news may be mailed.</param>
internal sealed record RegistrationDraft(
    [property: Personal, Example("ada@example.org")] string Email,
    [property: Personal, Example("correct horse battery")] string Password,
    [property: Personal, Example("Ada")] string DisplayName,
    [property: Example("en-GB")] string Locale,
    [property: Example("GB")] string Country,
    [property: Example("2026-01")] string TermsVersion,
    [property: Example("true")] bool MarketingConsent = false);

internal sealed class RegistrationRules : AbstractValidator<RegistrationDraft>
{
    public const int LongestTerms = 20;

    public RegistrationRules(PasswordRules passwords, IOptions<AccountOptions> options)
    {
        RuleFor(d => d.Email).EmailForm();
        RuleFor(d => d.Password).Custom((password, context) =>
        {
            if (passwords.Complaint(password, context.InstanceToValidate.Email) is { } complaint)
                context.AddFailure(complaint);
        });
        RuleFor(d => d.DisplayName).Text(PersonalDetails.LongestName).OneLine();
        RuleFor(d => d.Locale).LocaleForm();
        RuleFor(d => d.Country).CountryForm();
        RuleFor(d => d.TermsVersion).Text(LongestTerms).OneLine();
        if (options.Value.TermsVersion is { Length: > 0 } current)
            RuleFor(d => d.TermsVersion).Equal(current).WithMessage($"must be {current}, the terms that are in force");
    }
}
