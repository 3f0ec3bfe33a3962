using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Streaming.Contracts.Playbacks;

/// <summary>How well a playback went since the heartbeat before (quality of experience; the measures follow CTA-2066). The subject is the playback.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="TitleId">What plays.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Edge">Where the segments came from.</param>
/// <param name="StartMilliseconds">From the viewer's wish to the first frame; in the first heartbeat that knows it.</param>
/// <param name="PlayedSeconds">Time in which the picture moved.</param>
/// <param name="Stalls">Times it stood still for want of data.</param>
/// <param name="StalledSeconds">How long.</param>
/// <param name="Bitrate">Average of what was shown, bits per second.</param>
/// <param name="Switches">Changes of the rendition.</param>
/// <param name="DroppedFrames">Not shown for want of time.</param>
/// <param name="Errors">Codes of the player.</param>
/// <param name="At">UTC.</param>
[EventType("streaming.playback.measured")]
public sealed record PlaybackMeasured(
    Guid PlaybackId, Guid TitleId, string Country, string Edge, int? StartMilliseconds, double PlayedSeconds, int Stalls, double StalledSeconds, long Bitrate, int Switches, int DroppedFrames,
    IReadOnlyList<string> Errors, DateTimeOffset At) : IEvent;
