using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>Why somebody moves a title.</summary>
/// <param name="Reason">For the history.</param>
internal sealed record MoveDraft([property: Example("Checked by two people.")] string? Reason = null);

/// <summary>When a title opens.</summary>
/// <param name="PublishAt">Not in the past.</param>
/// <param name="Reason">For the history.</param>
internal sealed record ScheduleDraft(
    [property: Example("2030-01-01T00:00:00Z")] DateTimeOffset PublishAt,
    [property: Example("Premiere")] string? Reason = null);

/// <summary>Why a title is closed.</summary>
/// <param name="Reason">For the history and for operators of other services.</param>
internal sealed record WithdrawDraft([property: Example("The licence has ended.")] string Reason);

internal sealed class MoveDraftRules : AbstractValidator<MoveDraft>
{
    public MoveDraftRules() => RuleFor(m => m.Reason!).MaximumLength(TitleMove.LongestReason).WithMessage($"must have at most {TitleMove.LongestReason} characters").OneLine();
}

internal sealed class ScheduleDraftRules : AbstractValidator<ScheduleDraft>
{
    public ScheduleDraftRules() => RuleFor(m => m.Reason!).MaximumLength(TitleMove.LongestReason).WithMessage($"must have at most {TitleMove.LongestReason} characters").OneLine();
}

internal sealed class WithdrawDraftRules : AbstractValidator<WithdrawDraft>
{
    public WithdrawDraftRules() => RuleFor(m => m.Reason).Text(TitleMove.LongestReason).OneLine();
}
