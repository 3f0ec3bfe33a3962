using System.Text.RegularExpressions;
using FluentValidation;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Users.Profile.Preferences;

internal sealed class PreferenceRules : AbstractValidator<ProfilePreferences>
{
    public PreferenceRules()
    {
        RuleFor(p => p.AudioLanguage).Language();
        RuleFor(p => p.Captions.Language).Language();
        RuleFor(p => p.Captions.Style).SetValidator(new CaptionStyleRules());
    }
}

internal sealed class CaptionStyleRules : AbstractValidator<CaptionStyle>
{
    public CaptionStyleRules()
    {
        RuleFor(s => s.Size).InclusiveBetween(50, 300).WithMessage("must be between 50 and 300");
        RuleFor(s => s.Opacity).PerCent();
        RuleFor(s => s.BackgroundOpacity).PerCent();
        RuleFor(s => s.Color).Color();
        RuleFor(s => s.BackgroundColor).Color();
        RuleFor(s => s.EdgeColor).Color();
    }
}

internal static partial class PreferenceRuleParts
{
    public static void Language<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(tag => tag is null || LanguageTag.IsValid(tag)).WithMessage("must be a language tag such as pt-BR");

    public static void PerCent<T>(this IRuleBuilder<T, int> rule) => rule.InclusiveBetween(0, 100).WithMessage("must be between 0 and 100");

    public static void Color<T>(this IRuleBuilder<T, string> rule) => rule.Must(color => Rgb().IsMatch(color)).WithMessage("must be a colour such as #ffcc00");

    [GeneratedRegex("^#[0-9a-f]{6}\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Rgb();
}
