using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Revisions;

/// <summary>What editors had written of a title at one time, and who did.</summary>
internal sealed class TitleRevision
{
    public const int LongestAct = 40;

    public TitleRevision(Title title, TitleContent content, string act, string actor, DateTimeOffset now) =>
        (TitleId, Number, Content, Act, Actor, WrittenAt) = (title.Id, title.Revision, content, act, actor, now);

    private TitleRevision()
    {
    }

    public Guid TitleId { get; private set; }

    /// <summary>The title's revision then; between two of them the title may have moved.</summary>
    public long Number { get; private set; }

    public TitleContent Content { get; private set; } = null!;

    /// <summary><c>created</c>, <c>edited</c>, <c>restored 7</c>, <c>imported</c>, <c>artwork</c>.</summary>
    public string Act { get; private set; } = "";

    public string Actor { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }
}
