using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.EmailChanges;

/// <summary>A wish for another address. It comes true when the codes mailed to both addresses have come back in time.</summary>
internal sealed class EmailChange
{
    public const int MostAttempts = 5;
    public const int MostMails = 4;
    public const int MostPerDay = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan CoolDown = TimeSpan.FromMinutes(1);

    public EmailChange(Guid accountId, EmailAddress to, string oldCode, string newCode, DateTimeOffset now)
    {
        (Id, AccountId, NewEmail, NewEmailKey) = (Guid.CreateVersion7(now), accountId, to.Text, to.Key);
        (CreatedAt, ExpiresAt, State) = (now, now + Lifetime, EmailChangeState.Open);
        Mailed(oldCode, newCode, now);
    }

    private EmailChange()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    [Personal]
    public string NewEmail { get; private set; } = "";

    [Personal]
    public string NewEmailKey { get; private set; } = "";

    public byte[] OldCode { get; private set; } = [];

    public byte[] NewCode { get; private set; } = [];

    public DateTimeOffset? OldProvenAt { get; private set; }

    public DateTimeOffset? NewProvenAt { get; private set; }

    /// <summary>Wrong codes of either side; further mails do not give new attempts.</summary>
    public int Attempts { get; private set; }

    public int Mails { get; private set; }

    public DateTimeOffset MailedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public EmailChangeState State { get; private set; }

    public int AttemptsLeft => MostAttempts - Attempts;

    public bool BothProven => OldProvenAt is not null && NewProvenAt is not null;

    public bool IsOpen(DateTimeOffset now) => State == EmailChangeState.Open && now < ExpiresAt;

    /// <summary>How long no further mail may go out; zero when one may.</summary>
    public TimeSpan Wait(DateTimeOffset now) => MailedAt + CoolDown > now ? MailedAt + CoolDown - now : TimeSpan.Zero;

    /// <summary>A side that is proven keeps its code.</summary>
    public void Mailed(string oldCode, string newCode, DateTimeOffset now)
    {
        (Mails, MailedAt) = (Mails + 1, now);
        if (OldProvenAt is null)
            OldCode = ChangeCode.Hash(oldCode);
        if (NewProvenAt is null)
            NewCode = ChangeCode.Hash(newCode);
    }

    /// <summary>The names of the codes that are wrong; each of them costs an attempt and the last one ends the change.</summary>
    public IReadOnlyList<string> Prove(string? oldCode, string? newCode, DateTimeOffset now)
    {
        List<string> wrong = [];
        if (oldCode is not null && OldProvenAt is null)
            OldProvenAt = ChangeCode.Matches(OldCode, oldCode) ? now : Wrong("oldCode");
        if (newCode is not null && NewProvenAt is null)
            NewProvenAt = ChangeCode.Matches(NewCode, newCode) ? now : Wrong("newCode");
        Attempts += wrong.Count;
        if (Attempts >= MostAttempts)
            End(EmailChangeState.Failed);
        return wrong;

        DateTimeOffset? Wrong(string name)
        {
            wrong.Add(name);
            return null;
        }
    }

    public void End(EmailChangeState state) => (State, OldCode, NewCode) = (state, [], []);
}

internal enum EmailChangeState
{
    Open,
    Done,
    Cancelled,
    Failed,
}
