using System.Buffers.Text;
using System.Security.Cryptography;

namespace Streamix.Users.Account.Erasures;

/// <summary>The saga that makes every service forget an account. It outlives the account as its receipt.</summary>
internal sealed class Erasure
{
    private const int ReceiptBytes = 24;
    private readonly List<ErasurePart> _parts = [];

    public Erasure(Guid accountId, string origin, IEnumerable<string> services, DateTimeOffset now, TimeSpan deadline)
    {
        Id = Guid.CreateVersion7(now);
        (AccountId, Origin, StartedAt, Deadline, DueAt) = (accountId, origin, now, now + deadline, now);
        Receipt = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ReceiptBytes));
        _parts.AddRange(services.Select(s => new ErasurePart(Id, s, now)));
    }

    private Erasure()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>Nobody can guess it; it opens the receipt without a session.</summary>
    public string Receipt { get; private set; } = "";

    /// <summary>Why the account ended.</summary>
    public string Origin { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset Deadline { get; private set; }

    /// <summary>When the next step is due; while a step runs, when another process may take it over.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When operators were told that it takes too long.</summary>
    public DateTimeOffset? OverdueAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public IReadOnlyList<ErasurePart> Parts => _parts;

    /// <summary>Plans what comes next; true when everybody has confirmed just now.</summary>
    public bool Plan(DateTimeOffset now)
    {
        if (FinishedAt is not null)
            return false;
        if (_parts.TrueForAll(p => p.ConfirmedAt is not null))
        {
            FinishedAt = now;
            return true;
        }
        DueAt = _parts.Where(p => p.ConfirmedAt is null).Min(p => p.DueAt);
        return false;
    }

    /// <summary>True once, when the deadline has passed.</summary>
    public bool TurnsOverdue(DateTimeOffset now)
    {
        if (OverdueAt is not null || FinishedAt is not null || now < Deadline)
            return false;
        OverdueAt = now;
        return true;
    }
}
