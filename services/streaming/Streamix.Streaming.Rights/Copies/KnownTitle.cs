using System.Text.Json;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.Rights.Copies;

/// <summary>What decides who may watch a title, as the catalog last told.</summary>
internal sealed class KnownTitle
{
    public Guid TitleId { get; init; }

    public long Revision { get; init; }

    public bool Published { get; init; }

    /// <summary>See <see cref="TitleKinds"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary><see cref="KnownTerms"/> as JSON.</summary>
    public string Terms { get; init; } = "";

    public KnownTerms Read() => JsonSerializer.Deserialize<KnownTerms>(Terms, JsonDefaults.Options)!;
}

/// <summary>Ratings and windows of a title.</summary>
internal sealed record KnownTerms(IReadOnlyList<DocumentRating> Ratings, IReadOnlyList<DocumentWindow> Windows)
{
    public static KnownTerms Of(TitleDocument document) => new(document.Ratings, document.Availability);

    public string Write() => JsonSerializer.Serialize(this, JsonDefaults.Options);
}
