namespace Streamix.Users.Account.Erasures;

/// <summary>How far one service is. It has confirmed when a pass finds nothing, long enough after the first pass for late events to have arrived.</summary>
internal sealed class ErasurePart
{
    public ErasurePart(Guid erasureId, string service, DateTimeOffset now) => (ErasureId, Service, DueAt) = (erasureId, service, now);

    private ErasurePart()
    {
    }

    public Guid ErasureId { get; private set; }

    public string Service { get; private set; } = "";

    /// <summary>Answers so far.</summary>
    public int Passes { get; private set; }

    /// <summary>Rows and objects of all passes.</summary>
    public int Erased { get; private set; }

    /// <summary>Calls in a row without an answer.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? FirstPassAt { get; private set; }

    public DateTimeOffset? LastPassAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public string State => this switch
    {
        { ConfirmedAt: not null } => "confirmed",
        { Failures: > 0 } => "retrying",
        { Passes: > 0 } => "settling",
        _ => "waiting",
    };

    public void Answered(int erased, DateTimeOffset now, TimeSpan settles)
    {
        (Passes, Erased, Failures, LastPassAt) = (Passes + 1, Erased + erased, 0, now);
        FirstPassAt ??= now;
        if (erased == 0 && Passes > 1 && now - FirstPassAt >= settles)
            ConfirmedAt = now;
        else
            DueAt = now + settles;
    }

    public void Failed(DateTimeOffset now, Func<int, TimeSpan> delay) => DueAt = now + delay(++Failures);
}
