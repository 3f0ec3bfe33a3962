namespace Streamix.Streaming.Rights.Copies;

/// <summary>What a profile may watch. A removed one stays until its account is erased, so that late news does not bring it back.</summary>
internal sealed class KnownProfile
{
    public Guid ProfileId { get; init; }

    public Guid AccountId { get; init; }

    /// <summary>The highest age rating, in years.</summary>
    public int Maturity { get; init; }

    public long Revision { get; init; }

    public bool Removed { get; init; }
}
