using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Drm.Policies;

/// <summary>What licences of a tier allow, everywhere or for one asset.</summary>
internal sealed class LicencePolicy : IVersioned
{
    public LicencePolicy(Guid id, Guid? assetId, string tier, PolicyTerms terms, DateTimeOffset now)
    {
        (Id, AssetId, Tier, CreatedAt) = (id, assetId, tier, now);
        Take(terms, now);
    }

    private LicencePolicy()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Null: for every asset that has no policy of its own.</summary>
    public Guid? AssetId { get; private set; }

    public string Tier { get; private set; } = "";

    public TimeSpan Lifetime { get; private set; }

    public TimeSpan? OfflineLifetime { get; private set; }

    public OutputLevel Output { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public uint Version { get; private set; }

    public PolicyTerms Terms => new(Lifetime, OfflineLifetime, Output);

    public void Take(PolicyTerms terms, DateTimeOffset now) => (Lifetime, OfflineLifetime, Output, ChangedAt) = (terms.Lifetime, terms.OfflineLifetime, terms.Output, now);
}

/// <summary>The terms of licences.</summary>
/// <param name="Lifetime">How long a temporary licence may be used; never longer than its token.</param>
/// <param name="OfflineLifetime">How long a kept one may be used; null: none is kept.</param>
/// <param name="Output">The least protection of the player's output.</param>
internal sealed record PolicyTerms(TimeSpan Lifetime, TimeSpan? OfflineLifetime, OutputLevel Output)
{
    /// <summary>Where there is no policy: the token decides.</summary>
    public static PolicyTerms Usual { get; } = new(TimeSpan.FromHours(24), TimeSpan.FromDays(30), OutputLevel.None);
}
