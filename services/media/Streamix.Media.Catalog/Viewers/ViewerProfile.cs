namespace Streamix.Media.Catalog.Viewers;

/// <summary>What a profile may watch.</summary>
internal sealed class ViewerProfile
{
    public required Guid ProfileId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The highest age rating, in years.</summary>
    public required int Maturity { get; init; }

    /// <summary>Of the profile, when it was so.</summary>
    public required long Revision { get; init; }
}
