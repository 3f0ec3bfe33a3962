using FluentValidation;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Editing;

/// <summary>A title to be.</summary>
/// <param name="Kind"><c>movie</c>, <c>series</c>, <c>season</c>, <c>episode</c> or <c>trailer</c>.</param>
/// <param name="Content">What is written of it.</param>
/// <param name="ParentId">The series of a season, the season of an episode, the movie, series or season of a trailer.</param>
internal sealed record NewTitle(
    [property: Example("movie")] string Kind,
    TitleContent Content,
    [property: Example("0197a3c0-0000-7000-8000-000000000002")] Guid? ParentId = null);

internal sealed class NewTitleRules : AbstractValidator<NewTitle>
{
    public NewTitleRules()
    {
        RuleFor(t => t.Kind).OneOf(Kinds.All);
        RuleFor(t => t.Content).SetValidator(new TitleContentRules());
    }
}
