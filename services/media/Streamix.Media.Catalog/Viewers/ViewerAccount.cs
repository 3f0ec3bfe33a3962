namespace Streamix.Media.Catalog.Viewers;

/// <summary>Where an account is at home, as its owner said.</summary>
internal sealed class ViewerAccount
{
    public required Guid AccountId { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Of the account, when it said so.</summary>
    public required long Revision { get; init; }
}
