using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Mine;

/// <summary>Which profile somebody goes on as.</summary>
internal sealed record ProfilePick(Guid ProfileId, [property: Personal, Example("1234")] string? Pin = null);

internal sealed class ProfilePickRules : AbstractValidator<ProfilePick>
{
    private const int LongestPin = 32;

    public ProfilePickRules()
    {
        RuleFor(p => p.ProfileId).NotEmpty().WithMessage("must not be empty");
        RuleFor(p => p.Pin).MaximumLength(LongestPin).WithMessage($"must have at most {LongestPin} characters");
    }
}
