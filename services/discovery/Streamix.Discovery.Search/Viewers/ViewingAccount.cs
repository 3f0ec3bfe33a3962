namespace Streamix.Discovery.Search.Viewers;

/// <summary>Where an account is at home.</summary>
internal sealed class ViewingAccount
{
    public Guid AccountId { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "";

    public long Revision { get; init; }
}
