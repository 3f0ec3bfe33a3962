using FluentValidation;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Transcoder.Administration;

/// <summary>Why an operator does it.</summary>
internal sealed record ActDraft([property: Example("Wrong file.")] string? Reason = null)
{
    public const int LongestReason = 300;
}

internal sealed class ActRules : AbstractValidator<ActDraft>
{
    public ActRules() => RuleFor(d => d.Reason!).Text(ActDraft.LongestReason).OneLine().When(d => d.Reason is not null);
}

/// <summary>How soon.</summary>
/// <param name="Priority">0 to 9; higher is sooner.</param>
internal sealed record PriorityDraft([property: Example("9")] int Priority);

internal sealed class PriorityRules : AbstractValidator<PriorityDraft>
{
    public PriorityRules() => RuleFor(d => d.Priority).InclusiveBetween(0, TranscodeJob.HighestPriority).WithMessage("must be between 0 and 9");
}
