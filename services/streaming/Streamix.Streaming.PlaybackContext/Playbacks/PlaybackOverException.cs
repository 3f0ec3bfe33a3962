namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>Somebody who knows says that the playback is over: it ended while it was being worked on.</summary>
internal sealed class PlaybackOverException(Exception inner) : Exception("The playback is over.", inner);
