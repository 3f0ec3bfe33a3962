using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Sample.Notes.Notes;

/// <summary>What somebody wants a note to say.</summary>
internal sealed record NoteDraft(
    [property: Personal, Example("Things to watch")] string Title,
    [property: Personal, Example("Sintel, then Big Buck Bunny.")] string Text);

internal sealed class NoteDraftRules : AbstractValidator<NoteDraft>
{
    public NoteDraftRules()
    {
        RuleFor(n => n.Title).Text(Note.LongestTitle).OneLine();
        RuleFor(n => n.Text).MaximumLength(Note.LongestText).WithMessage($"must have at most {Note.LongestText} characters");
    }
}
