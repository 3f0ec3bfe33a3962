using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>One picture of a title or a person. Never changed: another picture is another item, with another address.</summary>
internal sealed class ArtworkItem : IVersioned
{
    public ArtworkItem(ArtworkKind kind, Guid ownerId, string? language, PictureSet pictures, DateTimeOffset now)
    {
        (Id, Kind, Language, CreatedAt) = (Guid.CreateVersion7(now), kind.Name, language, now);
        (TitleId, PersonId) = kind.OfPeople ? ((Guid?)null, (Guid?)ownerId) : (ownerId, null);
        Widths = [.. pictures.Images.Select(i => i.Width)];
        Heights = [.. pictures.Images.Select(i => i.Height)];
        Bytes = pictures.Images.Sum(i => i.Content.LongLength);
    }

    private ArtworkItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid? TitleId { get; private set; }

    public Guid? PersonId { get; private set; }

    /// <summary>See <see cref="ArtworkKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>BCP 47 when there is writing on it; null for any.</summary>
    public string? Language { get; private set; }

    /// <summary>Of its sizes, from small to large.</summary>
    public List<int> Widths { get; private set; } = [];

    /// <summary>As many as <see cref="Widths"/>.</summary>
    public List<int> Heights { get; private set; } = [];

    /// <summary>Of all sizes together.</summary>
    public long Bytes { get; private set; }

    /// <summary>The one that is shown, of its kind and language.</summary>
    public bool Main { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public uint Version { get; private set; }

    public Guid OwnerId => TitleId ?? PersonId!.Value;

    public void Show() => Main = true;
}
