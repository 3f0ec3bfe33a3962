using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Indexer.Jobs;

internal sealed class JobDraftRules : AbstractValidator<JobDraft>
{
    public JobDraftRules() => RuleFor(d => d.Reason).Text(Job.LongestReason).OneLine();
}
