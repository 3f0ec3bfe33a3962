using System.Text.RegularExpressions;
using FluentValidation;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Media.Catalog.Titles;

/// <summary>What holds for the contents of every kind of title.</summary>
internal sealed partial class TitleContentRules : AbstractValidator<TitleContent>
{
    public const int LongestTitle = 300;
    public const int LongestTagline = 300;
    public const int LongestSynopsis = 8000;
    public const int LongestLabel = 20;
    public const int LongestSource = 30;
    public const int LongestExternalId = 120;
    public const int FirstYear = 1874;
    public const int LastYear = 2200;
    public const int HighestAge = 21;
    public const int LongestRuntime = 24 * 60 * 60;
    public const int MostNumber = 9999;
    private const int MostEntries = 300;

    public TitleContentRules()
    {
        RuleFor(c => c.OriginalTitle).Text(LongestTitle).OneLine();
        RuleFor(c => c.OriginalLanguage).Language();
        RuleFor(c => c.Number).InclusiveBetween(0, MostNumber).WithMessage($"must be between 0 and {MostNumber}");
        RuleFor(c => c.Slug!).Must(Titles.Slug.IsValid).When(c => c.Slug is not null).WithMessage($"must be small letters, digits and single hyphens, at most {Titles.Slug.Longest}");
        RuleFor(c => c.Format!).OneOf(Formats.All).When(c => c.Format is not null);
        RuleFor(c => c.Year).InclusiveBetween(FirstYear, LastYear).WithMessage($"must be between {FirstYear} and {LastYear}");
        RuleFor(c => c.ReleasedOn).Must(d => d is null || d.Value.Year is >= FirstYear and <= LastYear).WithMessage($"must be between {FirstYear} and {LastYear}");
        RuleFor(c => c.RuntimeSeconds).InclusiveBetween(1, LongestRuntime).WithMessage($"must be between 1 and {LongestRuntime}");
        RuleFor(c => c.Promotion).InclusiveBetween(0, 100).WithMessage("must be between 0 and 100");
        RuleForEach(c => c.Genres).OneOf(Genres.All);
        RuleForEach(c => c.Tags).OneOf(Tags.All);
        RuleForEach(c => c.Countries).Must(c => Country().IsMatch(c)).WithMessage("must be two capital letters (ISO 3166-1)");
        RuleForEach(c => c.Texts).SetValidator(new TextContentRules());
        RuleForEach(c => c.Ratings).SetValidator(new RatingContentRules());
        RuleForEach(c => c.Availability).SetValidator(new WindowContentRules());
        RuleForEach(c => c.Credits).SetValidator(new CreditContentRules());
        RuleForEach(c => c.ExternalIds).SetValidator(new ExternalIdContentRules());
        Distinct(c => c.Genres, g => g);
        Distinct(c => c.Tags, t => t);
        Distinct(c => c.Countries, c => c);
        Distinct(c => c.Texts, t => t.Language.ToUpperInvariant());
        Distinct(c => c.Ratings, r => r.Territory);
        Distinct(c => c.Credits, c => (c.PersonId, c.Department, c.Character));
        Distinct(c => c.ExternalIds, e => e.Source);
        RuleFor(c => c.Availability).Must(WindowContentRules.AreApart).WithMessage("must not overlap within a territory");
    }

    internal static bool IsTerritory(string territory) => territory == "*" || Country().IsMatch(territory);

    private void Distinct<T, TKey>(System.Linq.Expressions.Expression<Func<TitleContent, IReadOnlyList<T>>> list, Func<T, TKey> key)
    {
        RuleFor(list).Must(l => l.Count <= MostEntries).WithMessage($"must have at most {MostEntries} entries");
        RuleFor(list).Must(l => l.DistinctBy(key).Count() == l.Count).WithMessage("must not name anything twice");
    }

    [GeneratedRegex("^[A-Z]{2}\\z")]
    private static partial Regex Country();
}

internal static class ContentRules
{
    public static IRuleBuilderOptions<T, string> Language<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(LanguageTag.IsValid).WithMessage("must be a language tag such as pt-BR");

    public static IRuleBuilderOptions<T, string> Territory<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(TitleContentRules.IsTerritory).WithMessage("must be two capital letters (ISO 3166-1), or * for everywhere");

    public static IRuleBuilderOptions<T, string> OneOf<T>(this IRuleBuilder<T, string> rule, IReadOnlyList<string> words) =>
        rule.Must(w => words.Contains(w, StringComparer.Ordinal)).WithMessage($"must be one of {string.Join(", ", words)}");

    public static IRuleBuilderOptions<T, string> AtMost<T>(this IRuleBuilder<T, string> rule, int length) =>
        rule.MaximumLength(length).WithMessage($"must have at most {length} characters");
}
