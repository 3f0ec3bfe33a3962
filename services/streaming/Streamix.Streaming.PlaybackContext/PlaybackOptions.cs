using System.ComponentModel.DataAnnotations;

namespace Streamix.Streaming.PlaybackContext;

/// <summary>Section <c>Playback</c>.</summary>
internal sealed class PlaybackOptions
{
    internal const string Section = "Playback";

    /// <summary>How long the address of a package is good.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The share of that life after which players renew.</summary>
    [Range(0.1, 0.9)]
    public double RenewAfter { get; set; } = 0.6;

    /// <summary>How long licences may be fetched before a renewal prolongs it.</summary>
    public TimeSpan LicenceLifetime { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How often players tell how it goes.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A playback of which nothing is heard for so long is over.</summary>
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How often the stream slot of a playback that goes on is renewed; well below the lease.</summary>
    public TimeSpan SlotInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often is looked for playbacks that are over by themselves, and for slots to renew.</summary>
    public TimeSpan Rounds { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often is looked for ended playbacks of which others have to be told.</summary>
    public TimeSpan ClosingRounds { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a part that is not needed to play is waited for.</summary>
    public TimeSpan OptionalBudget { get; set; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How long the history may take to keep positions before the player is told to send them again.</summary>
    public TimeSpan HistoryBudget { get; set; } = TimeSpan.FromMilliseconds(1500);

    /// <summary>How long what the catalog said is taken without asking again.</summary>
    public TimeSpan CatalogFresh { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long what the catalog said serves while it is away.</summary>
    public TimeSpan CatalogKept { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long ended playbacks are kept.</summary>
    public TimeSpan Kept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The bucket of packages.</summary>
    [Required]
    public string Renditions { get; set; } = "media-renditions";

    /// <summary>What addresses in answers begin with: a path, or an absolute address for players outside of pages.</summary>
    public string PublicBase { get; set; } = "/api/v1";

    /// <summary>The header in which a trusted edge tells the viewer's country; empty without one: then the address decides.</summary>
    public string CountryHeader { get; set; } = "";

    /// <summary>The addresses of a package are good in the viewer's own network only.</summary>
    public bool BindAddress { get; set; }
}
