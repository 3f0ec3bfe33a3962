using Streamix.ServiceDefaults.Data;

namespace Streamix.Streaming.Rights.Plans;

/// <summary>The plan of an account that has one of its own.</summary>
internal sealed class AccountPlan : IVersioned
{
    /// <summary>The version of what has no row: the account is on the default plan.</summary>
    public const uint NoVersion = 0;

    public AccountPlan(Guid accountId, Guid planId, DateTimeOffset now)
    {
        (AccountId, CreatedAt) = (accountId, now);
        Take(planId, now);
    }

    private AccountPlan()
    {
    }

    public Guid AccountId { get; private set; }

    public Guid PlanId { get; private set; }

    public Plan Plan { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public uint Version { get; private set; }

    public void Take(Guid planId, DateTimeOffset now) => (PlanId, ChangedAt) = (planId, now);
}
