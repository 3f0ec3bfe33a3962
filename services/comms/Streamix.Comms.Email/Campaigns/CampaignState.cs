namespace Streamix.Comms.Email.Campaigns;

internal enum CampaignState
{
    /// <summary>Being prepared.</summary>
    Draft,

    Running,

    /// <summary>Nothing goes out until it is resumed.</summary>
    Paused,

    /// <summary>Everybody has been written to, or could not be.</summary>
    Done,

    /// <summary>Ended before its end, for good.</summary>
    Cancelled,
}
