using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Sample.Notes.Notes;

/// <summary>A note of one account; nobody else ever sees it.</summary>
internal sealed class Note : IVersioned
{
    public const int LongestTitle = 200;
    public const int LongestText = 20_000;

    public Note(Guid accountId, string title, string text, DateTimeOffset now) =>
        (Id, AccountId, Title, Text, CreatedAt, UpdatedAt) = (Guid.CreateVersion7(now), accountId, title, text, now, now);

    private Note()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    [Personal]
    public string Title { get; private set; } = "";

    [Personal]
    public string Text { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public uint Version { get; private set; }

    public void Rewrite(string title, string text, DateTimeOffset now) => (Title, Text, UpdatedAt) = (title, text, now);
}
