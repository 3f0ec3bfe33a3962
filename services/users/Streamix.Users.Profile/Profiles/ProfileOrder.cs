using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Profile.Profiles;

/// <summary>The profiles of the account, first to last.</summary>
internal sealed record ProfileOrder(
    [property: Example("""["019c1b7e-5f3a-7c2d-9e41-6a0b8d4f2c17", "019c1b7e-6a10-7b58-8c03-1f2e3d4c5b6a"]""")] IReadOnlyList<Guid> Profiles);

internal sealed class ProfileOrderRules : AbstractValidator<ProfileOrder>
{
    public ProfileOrderRules() =>
        RuleFor(o => o.Profiles).Must(p => p.Distinct().Count() == p.Count && p.Count is > 0 and <= ProfileOptions.MostEver).WithMessage("must name each profile of the account once");
}
