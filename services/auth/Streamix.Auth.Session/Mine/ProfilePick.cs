using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Mine;

/// <summary>Which profile somebody goes on as.</summary>
internal sealed record ProfilePick([property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid ProfileId, [property: Personal, Example("1234")] string? Pin = null);

internal sealed class ProfilePickRules : AbstractValidator<ProfilePick>
{
    private const int LongestPin = 32;

    public ProfilePickRules()
    {
        RuleFor(p => p.ProfileId).NotEmpty().WithMessage("must not be empty");
        RuleFor(p => p.Pin).MaximumLength(LongestPin).WithMessage($"must have at most {LongestPin} characters");
    }
}
