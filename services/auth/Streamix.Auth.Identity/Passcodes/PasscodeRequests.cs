using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Passcodes;

/// <summary>The code from the mail.</summary>
internal sealed record PasscodeAnswer(
    [property: Example("01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11")] Guid AccountId,
    [property: Personal, Example("K7MX4R")] string Code);

internal sealed class PasscodeAnswerRules : AbstractValidator<PasscodeAnswer>
{
    public PasscodeAnswerRules() => RuleFor(a => a.Code).Text(32);
}

/// <summary>Another code, please.</summary>
internal sealed record PasscodeRenewal([property: Example("01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11")] Guid AccountId);
