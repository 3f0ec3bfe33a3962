using Streamix.Media.Contracts.Titles;

namespace Streamix.Streaming.Rights.Deciding;

/// <summary>All that a decision is made from. The decision asks nobody and nothing else.</summary>
internal sealed record Facts
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>See <see cref="Users.Contracts.Accounts.AccountStatuses"/>; null while no event has told it.</summary>
    public string? AccountStatus { get; init; }

    /// <summary>Null: the account has none, and there is no default.</summary>
    public PlanTerms? Plan { get; init; }

    /// <summary>Null: none is picked, or it is gone.</summary>
    public ProfileFacts? Profile { get; init; }

    /// <summary>The session went on as this profile, which asks for the PIN of one that has a PIN.</summary>
    public bool Entered { get; init; }

    /// <summary>Null: there is no such title for viewers.</summary>
    public TitleFacts? Title { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null when nobody knows where the viewer is.</summary>
    public string? Country { get; init; }

    public required DeviceFacts Device { get; init; }

    public required OutputDemands Outputs { get; init; }
}

/// <param name="Maturity">The highest age rating, in years.</param>
/// <param name="Known">False: not heard of yet, so taken for a child's.</param>
internal sealed record ProfileFacts(int Maturity, bool Known = true);

/// <param name="Ratings">Age ratings by territory.</param>
/// <param name="Windows">Those of the catalog and those of the policy store.</param>
internal sealed record TitleFacts(IReadOnlyList<DocumentRating> Ratings, IReadOnlyList<TitleWindow> Windows);

/// <param name="Territory">ISO 3166-1 alpha-2, or <c>*</c> for everywhere.</param>
/// <param name="From">UTC, included.</param>
/// <param name="Until">UTC, excluded; null without end.</param>
/// <param name="PlanId">Opens for this plan only.</param>
internal sealed record TitleWindow(string Territory, DateTimeOffset From, DateTimeOffset? Until, Guid? PlanId = null)
{
    public const string Everywhere = "*";

    public bool IsIn(string? country) => Territory == Everywhere || Territory == country;

    public bool IsFor(PlanTerms? plan) => PlanId is null || PlanId == plan?.Id;

    public bool IsOpen(DateTimeOffset now) => From <= now && (Until is null || Until > now);
}

/// <summary>What a plan includes.</summary>
/// <param name="Id">The stored plan; empty for the usual one of the configuration.</param>
/// <param name="Code">Its name for machines.</param>
/// <param name="MostLines">Of the picture, by its smaller side.</param>
/// <param name="Streams">At the same time.</param>
/// <param name="SoftwareTier">The best tier where software keeps the keys.</param>
/// <param name="HardwareTier">The best tier where hardware keeps them.</param>
internal sealed record PlanTerms(Guid Id, string Code, int MostLines, int Streams, Tier SoftwareTier, Tier HardwareTier)
{
    public Tier TierFor(DeviceSecurity security) => security == DeviceSecurity.Hardware ? HardwareTier : SoftwareTier;
}
