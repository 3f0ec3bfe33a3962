using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.Rights.Plans;

/// <summary>The plan of an account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Plan">The code.</param>
/// <param name="ByDefault">It has none of its own.</param>
/// <param name="ChangedAt">UTC; null by default.</param>
internal sealed record AccountPlanView(Guid AccountId, string Plan, bool ByDefault, DateTimeOffset? ChangedAt);

/// <summary>The plan an account shall have.</summary>
internal sealed record AccountPlanDraft([property: Example("premium")] string Plan);

internal sealed class AccountPlanDraftRules : AbstractValidator<AccountPlanDraft>
{
    public AccountPlanDraftRules() => RuleFor(d => d.Plan).Must(PlanRules.IsCode).WithMessage("is not the code of a plan");
}

/// <summary>Which accounts.</summary>
internal sealed record AccountPlanFilter([property: Example("premium")] string? Plan = null);
