using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Account.Accounts;

/// <summary>One line of an account's history.</summary>
internal sealed class StatusChange
{
    public const int LongestReason = 40;
    public const int LongestNote = 500;

    public StatusChange(Guid accountId, AccountStatus status, string reason, string? note, string actor, DateTimeOffset now) =>
        (Id, AccountId, Status, Reason, Note, Actor, ChangedAt) = (Guid.CreateVersion7(now), accountId, status, reason, note, actor, now);

    private StatusChange()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public AccountStatus Status { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>What an operator wrote about it.</summary>
    [Personal]
    public string? Note { get; private set; }

    /// <summary><c>account:…</c>, <c>service:…</c> or the name of this service.</summary>
    public string Actor { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }
}
