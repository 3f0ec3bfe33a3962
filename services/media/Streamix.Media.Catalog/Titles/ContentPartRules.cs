using System.Text.RegularExpressions;
using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Titles;

internal sealed class TextContentRules : AbstractValidator<TextContent>
{
    public TextContentRules()
    {
        RuleFor(t => t.Language).Language();
        RuleFor(t => t.Title).Text(TitleContentRules.LongestTitle).OneLine();
        RuleFor(t => t.Tagline!).AtMost(TitleContentRules.LongestTagline).OneLine();
        RuleFor(t => t.Synopsis!).AtMost(TitleContentRules.LongestSynopsis);
    }
}

internal sealed class RatingContentRules : AbstractValidator<RatingContent>
{
    public RatingContentRules()
    {
        RuleFor(r => r.Territory).Territory();
        RuleFor(r => r.Label).Text(TitleContentRules.LongestLabel).OneLine();
        RuleFor(r => r.MinimumAge).InclusiveBetween(0, TitleContentRules.HighestAge).WithMessage($"must be between 0 and {TitleContentRules.HighestAge}");
    }
}

internal sealed class WindowContentRules : AbstractValidator<WindowContent>
{
    public WindowContentRules()
    {
        RuleFor(w => w.Territory).Territory();
        RuleFor(w => w.Until).Must((window, until) => until is null || until > window.From).WithMessage("must be after from");
    }

    /// <summary>No two windows of one territory have an instant in common.</summary>
    public static bool AreApart(IReadOnlyList<WindowContent> windows) => windows
        .GroupBy(w => w.Territory, StringComparer.Ordinal)
        .Select(g => g.OrderBy(w => w.From).ToList())
        .All(sorted => sorted.Zip(sorted.Skip(1)).All(pair => pair.First.Until is { } until && until <= pair.Second.From));
}

internal sealed class CreditContentRules : AbstractValidator<CreditContent>
{
    public CreditContentRules()
    {
        RuleFor(c => c.Department).OneOf(Departments.All);
        RuleFor(c => c.Character!).AtMost(TitleContentRules.LongestTitle).OneLine();
        RuleFor(c => c.Character).Null().When(c => c.Department != Departments.Cast).WithMessage("is for the cast only");
    }
}

internal sealed partial class ExternalIdContentRules : AbstractValidator<ExternalIdContent>
{
    public ExternalIdContentRules()
    {
        RuleFor(e => e.Source).AtMost(TitleContentRules.LongestSource).Must(s => Source().IsMatch(s)).WithMessage("must be small letters, digits and hyphens");
        RuleFor(e => e.Value).Text(TitleContentRules.LongestExternalId).OneLine();
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*\\z")]
    private static partial Regex Source();
}
