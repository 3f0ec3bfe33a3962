using Streamix.Comms.Email.Queue;

namespace Streamix.Comms.Email.Campaigns;

/// <summary>A campaign and how far it is.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Name">For operators.</param>
/// <param name="State">Where it is.</param>
/// <param name="RatePerSecond">Mails per second.</param>
/// <param name="Locales">The languages of its letter.</param>
/// <param name="Progress">Its mails by state.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC.</param>
internal sealed record CampaignView(
    Guid Id, string Name, CampaignState State, double RatePerSecond, IReadOnlyList<string> Locales, IReadOnlyDictionary<string, int> Progress,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    public static CampaignView Of(Campaign campaign, IReadOnlyDictionary<MailState, int> counts) => new(
        campaign.Id, campaign.Name, campaign.State, campaign.RatePerSecond, [.. campaign.Letters.Keys.Order(StringComparer.Ordinal)],
        counts.ToDictionary(c => c.Key.ToString().ToLowerInvariant(), c => c.Value, StringComparer.Ordinal), campaign.CreatedAt, campaign.StartedAt, campaign.EndedAt);
}

/// <summary>What became of a batch of members.</summary>
/// <param name="Added">New in the campaign.</param>
/// <param name="Known">Were members before; nothing changed for them.</param>
internal sealed record MembersAdded(int Added, int Known);
