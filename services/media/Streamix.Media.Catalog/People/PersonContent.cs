using FluentValidation;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Media.Catalog.People;

/// <summary>All that editors write of a person.</summary>
/// <param name="Name">As the public knows it.</param>
/// <param name="Slug">For addresses; made of the name unless told.</param>
internal sealed record PersonContent(
    [property: Example("Sacha Goedegebure")] string Name,
    [property: Example("sacha-goedegebure")] string? Slug = null,
    [property: Example("1975-04-01")] DateOnly? BornOn = null,
    [property: Example("2060-01-01")] DateOnly? DiedOn = null,
    [property: Example("Utrecht")] string? BirthPlace = null)
{
    /// <summary>One entry per language.</summary>
    [Example("""[{"language":"en","text":"Director and animator."}]""")]
    public IReadOnlyList<BiographyContent> Biographies { get; init; } = [];

    /// <summary>One entry per source.</summary>
    [Example("""[{"source":"imdb","value":"nm2933087"}]""")]
    public IReadOnlyList<ExternalIdContent> ExternalIds { get; init; } = [];

    public static PersonContent Of(Person p) => new(p.Name, p.Slug, p.BornOn, p.DiedOn, p.BirthPlace)
    {
        Biographies = p.Biographies,
        ExternalIds = [.. p.ExternalIds.OrderBy(e => e.Source, StringComparer.Ordinal).Select(e => new ExternalIdContent(e.Source, e.Value))],
    };

    public PersonContent Tidy() => this with
    {
        Name = Name.Trim(),
        BirthPlace = string.IsNullOrWhiteSpace(BirthPlace) ? null : BirthPlace.Trim(),
        Biographies = [.. Biographies.Select(b => new BiographyContent(LanguageTag.Canonical(b.Language), b.Text.Trim()))],
        ExternalIds = [.. ExternalIds.Select(e => e with { Value = e.Value.Trim() })],
    };
}

/// <summary>A life told in one language.</summary>
internal sealed record BiographyContent(
    [property: Example("en")] string Language,
    [property: Example("Director and animator.")] string Text);

internal sealed class PersonContentRules : AbstractValidator<PersonContent>
{
    public const int LongestName = 200;
    public const int LongestBiography = 8000;
    private const int MostEntries = 100;

    public PersonContentRules()
    {
        RuleFor(p => p.Name).Text(LongestName).OneLine();
        RuleFor(p => p.Slug!).Must(Titles.Slug.IsValid).When(p => p.Slug is not null).WithMessage("must be small letters, digits and single hyphens");
        RuleFor(p => p.BirthPlace!).AtMost(LongestName).OneLine();
        RuleFor(p => p.DiedOn).Must((p, died) => died is null || p.BornOn is null || died >= p.BornOn).WithMessage("must not be before bornOn");
        RuleForEach(p => p.Biographies).ChildRules(b =>
        {
            b.RuleFor(x => x.Language).Language();
            b.RuleFor(x => x.Text).Text(LongestBiography);
        });
        RuleForEach(p => p.ExternalIds).SetValidator(new ExternalIdContentRules());
        RuleFor(p => p.Biographies).Must(l => l.Count <= MostEntries && l.DistinctBy(b => b.Language.ToUpperInvariant()).Count() == l.Count).WithMessage("must not name a language twice");
        RuleFor(p => p.ExternalIds).Must(l => l.Count <= MostEntries && l.DistinctBy(e => e.Source).Count() == l.Count).WithMessage("must not name a source twice");
    }
}
