namespace Streamix.Comms.Email.Queue;

/// <summary>A mail in the queue, and afterwards its line in the send log: one row, so that the same id is never sent twice.</summary>
internal sealed class Mail
{
    public const int LongestName = 100;
    public const int LongestCode = 60;

    private Mail()
    {
    }

    public Guid Id { get; private set; }

    public Guid? AccountId { get; private set; }

    public Guid? CampaignId { get; private set; }

    public MailKind Kind { get; private set; }

    public MailState State { get; private set; }

    public string Template { get; private set; } = "";

    public string Locale { get; private set; } = "";

    public byte[] AddressHash { get; private set; } = [];

    /// <summary>Locked; null as soon as it is needed no more.</summary>
    public byte[]? Content { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When it may be tried. While somebody holds the lease: when the lease ends.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public Guid? Lease { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Of a marketing mail: when the person agreed.</summary>
    public DateTimeOffset? ConsentedAt { get; private set; }

    /// <summary>What went wrong last, as a code; never the server's words, which may hold the address.</summary>
    public string? Failure { get; private set; }

    /// <summary>The id under which the provider reports on it.</summary>
    public string? ProviderId { get; private set; }

    /// <summary><c>bounced</c>, <c>soft-bounced</c> or <c>complained</c>, when we were told.</summary>
    public string? Outcome { get; private set; }

    public string? TraceParent { get; private set; }

    public static Mail Transactional(
        Guid id, Guid accountId, string template, string locale, byte[] addressHash, byte[] content, DateTimeOffset expiresAt, DateTimeOffset now, string? traceParent) => new()
        {
            Id = id, AccountId = accountId, Kind = MailKind.Transactional, State = MailState.Queued, Template = template, Locale = locale,
            AddressHash = addressHash, Content = content, DueAt = now, CreatedAt = now, ExpiresAt = expiresAt, TraceParent = traceParent,
        };

    public static Mail OfCampaign(
        Guid id, Guid campaignId, Guid accountId, string locale, byte[] addressHash, byte[] content, DateTimeOffset consentedAt, DateTimeOffset expiresAt, DateTimeOffset now) => new()
        {
            Id = id, AccountId = accountId, CampaignId = campaignId, Kind = MailKind.Marketing, State = MailState.Held, Template = CampaignTemplate, Locale = locale,
            AddressHash = addressHash, Content = content, DueAt = now, CreatedAt = now, ConsentedAt = consentedAt, ExpiresAt = expiresAt,
        };

    /// <summary>The template of a campaign's mails is the campaign's own letter.</summary>
    public const string CampaignTemplate = "campaign";
}
