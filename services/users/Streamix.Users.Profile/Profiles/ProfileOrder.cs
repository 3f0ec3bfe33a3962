using FluentValidation;

namespace Streamix.Users.Profile.Profiles;

/// <summary>The profiles of the account, first to last.</summary>
internal sealed record ProfileOrder(IReadOnlyList<Guid> Profiles);

internal sealed class ProfileOrderRules : AbstractValidator<ProfileOrder>
{
    public ProfileOrderRules() =>
        RuleFor(o => o.Profiles).Must(p => p.Distinct().Count() == p.Count && p.Count is > 0 and <= ProfileOptions.MostEver).WithMessage("must name each profile of the account once");
}
