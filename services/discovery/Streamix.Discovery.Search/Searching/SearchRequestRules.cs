using FluentValidation;
using Streamix.Discovery.Index.Queries;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Discovery.Search.Searching;

internal sealed class SearchRequestRules : AbstractValidator<SearchRequest>
{
    public const int MostValues = 20;
    private static readonly string[] Kinds = [TitleKinds.Movie, TitleKinds.Series, TitleKinds.Episode];

    public SearchRequestRules()
    {
        RuleFor(r => r.Q!).MaximumLength(SearchQuery.LongestText).WithMessage($"must have at most {SearchQuery.LongestText} characters").When(r => r.Q is not null);
        OneOf(r => r.Type, Kinds);
        OneOf(r => r.Format, Formats.All);
        OneOf(r => r.Genre, Genres.All);
        OneOf(r => r.Tag, Tags.All);
        Each(r => r.Rating, label => label.Length is > 0 and <= 20, "must be labels of age ratings");
        Each(r => r.Language, LanguageTag.IsValid, "must be language tags");
        Each(r => r.Captions, LanguageTag.IsValid, "must be language tags");
        RuleFor(r => r.YearFrom).InclusiveBetween(1800, 2200).WithMessage("must be between 1800 and 2200");
        RuleFor(r => r.YearTo).InclusiveBetween(1800, 2200).WithMessage("must be between 1800 and 2200");
        RuleFor(r => r.YearTo).GreaterThanOrEqualTo(r => r.YearFrom).WithMessage("must not be before yearFrom").When(r => r.YearFrom is not null);
        RuleFor(r => r.Maturity).InclusiveBetween(0, Viewer.Adult).WithMessage($"must be between 0 and {Viewer.Adult}");
        RuleFor(r => r.Sort).Must(s => s is null || SortNames.TryParse(s, out _)).WithMessage($"must be {SortNames.Text}");
        RuleFor(r => r.Lang).Must(l => l is null || LanguageTag.IsValid(l)).WithMessage("must be a language tag");
    }

    private void OneOf(System.Linq.Expressions.Expression<Func<SearchRequest, string[]?>> values, IReadOnlyList<string> known) =>
        Each(values, value => known.Contains(value, StringComparer.Ordinal), $"must be of {string.Join(", ", known)}");

    private void Each(System.Linq.Expressions.Expression<Func<SearchRequest, string[]?>> values, Func<string, bool> rule, string message)
    {
        RuleFor(values).Must(v => v is null || v.Length <= MostValues).WithMessage($"must have at most {MostValues} values");
        RuleFor(values).Must(v => v is null || v.All(rule)).WithMessage(message);
    }
}
