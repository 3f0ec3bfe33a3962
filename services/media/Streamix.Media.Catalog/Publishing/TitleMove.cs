using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>One line of a title's history.</summary>
internal sealed class TitleMove
{
    public const int LongestReason = 500;

    public TitleMove(Title title, TitleState from, string actor, string? reason, DateTimeOffset now) =>
        (Id, TitleId, From, To, Revision, PublishAt, Actor, Reason, MovedAt) =
        (Guid.CreateVersion7(now), title.Id, from, title.State, title.Revision, title.PublishAt, actor, reason, now);

    private TitleMove()
    {
    }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    public TitleState From { get; private set; }

    public TitleState To { get; private set; }

    /// <summary>The title's revision after the move.</summary>
    public long Revision { get; private set; }

    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary><c>account:…</c>, <c>service:…</c> or <c>asset:…</c>.</summary>
    public string Actor { get; private set; } = "";

    public string? Reason { get; private set; }

    public DateTimeOffset MovedAt { get; private set; }
}
