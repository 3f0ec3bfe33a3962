namespace Streamix.Streaming.Contracts.Playbacks;

/// <summary>Why a playback is over.</summary>
public static class PlaybackEnds
{
    /// <summary>The player said so.</summary>
    public const string Stopped = "stopped";

    /// <summary>No heartbeat came any more.</summary>
    public const string Silent = "silent";

    /// <summary>Stopped from another device.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>The session ended, or the right to watch did.</summary>
    public const string Revoked = "revoked";
}
