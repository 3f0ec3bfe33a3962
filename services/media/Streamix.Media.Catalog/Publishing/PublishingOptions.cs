namespace Streamix.Media.Catalog.Publishing;

/// <summary>Section <c>Catalog:Publishing</c>.</summary>
internal sealed class PublishingOptions
{
    /// <summary>How often scheduled titles are looked for: the most they open late.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);
}
