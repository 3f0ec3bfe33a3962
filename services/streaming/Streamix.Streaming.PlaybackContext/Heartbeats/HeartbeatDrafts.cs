using System.ComponentModel;
using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.PlaybackContext.Heartbeats;

/// <summary>How it goes since the heartbeat before.</summary>
/// <param name="Sequence">Grows with each heartbeat of the playback, from 1: a repeat counts once.</param>
/// <param name="Positions">Where the player was, and when; also those that were not kept before.</param>
/// <param name="Quality">How well it went.</param>
/// <param name="Ended">The player stops with this one.</param>
internal sealed record HeartbeatDraft(
    [property: Example("7")] long Sequence,
    IReadOnlyList<PositionDraft> Positions,
    QualityDraft? Quality = null,
    [property: Description("The player stops with this one.")] bool Ended = false);

/// <summary>Where the player was.</summary>
/// <param name="Position">Seconds from the start.</param>
/// <param name="PlayedAt">By the player's clock.</param>
internal sealed record PositionDraft(
    [property: Example("341.5")] double Position,
    [property: Example("2026-11-23T20:15:30Z")] DateTimeOffset PlayedAt);

/// <summary>Quality of experience; the measures follow CTA-2066.</summary>
/// <param name="PlayedSeconds">Time in which the picture moved.</param>
/// <param name="StartMilliseconds">From the viewer's wish to the first frame; once.</param>
/// <param name="Stalls">Times it stood still for want of data.</param>
/// <param name="StalledSeconds">How long.</param>
/// <param name="Bitrate">Average of what was shown, bits per second.</param>
/// <param name="Switches">Changes of the rendition.</param>
/// <param name="DroppedFrames">Not shown for want of time.</param>
/// <param name="Errors">Codes of the player.</param>
/// <param name="Edge">Where the segments came from.</param>
internal sealed record QualityDraft(
    [property: Example("10")] double PlayedSeconds = 0,
    [property: Example("430")] int? StartMilliseconds = null,
    [property: Example("0")] int Stalls = 0,
    [property: Example("0")] double StalledSeconds = 0,
    [property: Example("4200000")] long Bitrate = 0,
    [property: Example("1")] int Switches = 0,
    [property: Example("0")] int DroppedFrames = 0,
    [property: Example("[]")] IReadOnlyList<string>? Errors = null,
    [property: Example("streaming-edge-1")] string? Edge = null);

internal sealed class HeartbeatDraftRules : AbstractValidator<HeartbeatDraft>
{
    public const int MostPositions = 500;
    private const double Longest = 7 * 24 * 3600;
    private const double LongestInterval = 24 * 3600;

    public HeartbeatDraftRules()
    {
        RuleFor(h => h.Sequence).InclusiveBetween(1, int.MaxValue).WithMessage("must be 1 or more");
        RuleFor(h => h.Positions).Must(p => p.Count <= MostPositions).WithMessage($"must have at most {MostPositions} entries")
            .Must(all => all.All(p => p.Position is >= 0 and <= Longest)).WithMessage("must be seconds from the start");
        When(h => h.Quality is not null, () =>
        {
            RuleFor(h => h.Quality!.PlayedSeconds).InclusiveBetween(0, LongestInterval).WithMessage("must be seconds since the heartbeat before");
            RuleFor(h => h.Quality!.StalledSeconds).InclusiveBetween(0, LongestInterval).WithMessage("must be seconds since the heartbeat before");
            RuleFor(h => h.Quality!.StartMilliseconds).InclusiveBetween(0, 600_000).WithMessage("must be between 0 and 600000");
            RuleFor(h => h.Quality!.Stalls).InclusiveBetween(0, 100_000).WithMessage("must be between 0 and 100000");
            RuleFor(h => h.Quality!.Switches).InclusiveBetween(0, 100_000).WithMessage("must be between 0 and 100000");
            RuleFor(h => h.Quality!.DroppedFrames).InclusiveBetween(0, 10_000_000).WithMessage("must be between 0 and 10000000");
            RuleFor(h => h.Quality!.Bitrate).InclusiveBetween(0, 1_000_000_000).WithMessage("must be bits per second");
            RuleFor(h => h.Quality!.Errors).Must(e => e is null || e.Count <= 20 && e.All(IsCode)).WithMessage("must be at most 20 codes of letters, digits, dots, colons, hyphens and underscores");
        });
    }

    /// <summary>No sentences, which might tell of people.</summary>
    private static bool IsCode(string text) => text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '-' or '_');
}

/// <summary>The answer to a heartbeat.</summary>
/// <param name="Next">Seconds until the next one.</param>
/// <param name="State"><c>playing</c> or <c>ended</c>.</param>
/// <param name="Reason">When it has ended: <c>stopped</c>, <c>silent</c>, <c>elsewhere</c> or <c>revoked</c>.</param>
/// <param name="Code">Of the refusal that ended it.</param>
/// <param name="Kept">False: send these positions again later.</param>
internal sealed record HeartbeatAnswer(double Next, string State, string? Reason, string? Code, bool Kept);
