using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Users.Profile.Profiles;

/// <summary>What a profile is to be.</summary>
/// <param name="Name">At most 30 characters, unique in the account whatever the case.</param>
/// <param name="Kids">A profile for children: a rating of 12 years at most.</param>
/// <param name="Maturity">The highest age rating it may watch, in years; 12 or 18 unless told.</param>
/// <param name="Language">BCP 47; the account's unless told.</param>
internal sealed record ProfileDraft(
    [property: Personal, Example("Ana")] string Name,
    [property: Example("false")] bool Kids = false,
    [property: Example("16")] int? Maturity = null,
    [property: Example("pt-BR")] string? Language = null)
{
    internal string CleanName => ProfileName.Clean(Name);

    internal int EffectiveMaturity => Maturity ?? Profiles.Maturity.Usual(Kids);
}

internal sealed class ProfileDraftRules : AbstractValidator<ProfileDraft>
{
    public ProfileDraftRules()
    {
        RuleFor(p => p.Name).Text(ProfileName.Longest).OneLine();
        RuleFor(p => p.Name).Must(ProfileName.IsVisible).When(p => !string.IsNullOrWhiteSpace(p.Name)).WithMessage("must be text that can be seen");
        RuleFor(p => p.Maturity).InclusiveBetween(Maturity.Least, Maturity.Most).WithMessage($"must be between {Maturity.Least} and {Maturity.Most}");
        RuleFor(p => p.Maturity).LessThanOrEqualTo(Maturity.Kids).When(p => p.Kids).WithMessage($"must be at most {Maturity.Kids} for children");
        RuleFor(p => p.Language).Must(LanguageTag.IsValid).When(p => p.Language is not null).WithMessage("must be a language tag such as pt-BR");
    }
}
