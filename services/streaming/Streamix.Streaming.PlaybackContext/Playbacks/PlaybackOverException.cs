namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>The playback is over: somebody who knows says that it ended while it was being worked on, or its window has ended.</summary>
internal sealed class PlaybackOverException(Exception? inner = null) : Exception("The playback is over.", inner)
{
    /// <summary>The title is no longer offered.</summary>
    public bool IsWindowOver { get; init; }
}
