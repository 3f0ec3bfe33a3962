namespace Streamix.Media.Catalog.Assets;

/// <summary>A caption file beside an asset; part of the packages that are made after it came.</summary>
internal sealed class AssetText
{
    public AssetText(Guid assetId, string language, string kind, CaptionFile file, DateTimeOffset now) =>
        (Id, AssetId, Language, Kind, Format, Bytes, CreatedAt) = (Guid.CreateVersion7(now), assetId, language, kind, file.Format, file.Content.Length, now);

    private AssetText()
    {
    }

    public Guid Id { get; private set; }

    public Guid AssetId { get; private set; }

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; } = "";

    /// <summary>See <see cref="TextKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary><c>vtt</c>, <c>srt</c> or <c>ass</c>.</summary>
    public string Format { get; private set; } = "";

    public int Bytes { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string Key => AssetKeys.Text(AssetId, Id, Format);
}
