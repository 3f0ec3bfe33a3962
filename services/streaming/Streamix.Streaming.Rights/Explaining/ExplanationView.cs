using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Slots;

namespace Streamix.Streaming.Rights.Explaining;

/// <summary>A decision with all its reasons.</summary>
/// <param name="Allowed">Whether a start would be let in, as long as a slot is free.</param>
/// <param name="Code">Of the refusal.</param>
/// <param name="Sentence">For people.</param>
/// <param name="MostLines">Of the picture, by its smaller side.</param>
/// <param name="Tiers">Whose keys the player gets.</param>
/// <param name="Country">Where the viewer is taken to be.</param>
/// <param name="Plan">The code of the plan that holds.</param>
/// <param name="StreamLimit">Of that plan.</param>
/// <param name="GoodUntil">The decision does not hold longer.</param>
/// <param name="Checks">In order; the first that failed gave the code.</param>
/// <param name="Streams">What plays now.</param>
internal sealed record ExplanationView(
    bool Allowed, string? Code, string? Sentence, int MostLines, IReadOnlyList<string> Tiers, string? Country, string? Plan, int StreamLimit, DateTimeOffset? GoodUntil,
    IReadOnlyList<CheckView> Checks, IReadOnlyList<StreamView> Streams)
{
    public static ExplanationView Of(Verdict verdict, IReadOnlyList<PlayingStream> streams) => new(
        verdict.Allowed, verdict.Code, verdict.Sentence, verdict.MostLines, verdict.Tiers, verdict.Country, verdict.Plan?.Code, verdict.Plan?.Streams ?? 0, verdict.GoodUntil,
        [.. verdict.Findings.Select(f => new CheckView(f.Check, f.Passed, f.Because, f.Code))],
        [.. streams.Select(s => new StreamView(s.PlaybackId, s.TitleId, s.DeviceName, s.Since))]);
}

/// <summary>One check.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Passed">Whether it allows.</param>
/// <param name="Because">What it was decided on.</param>
/// <param name="Code">Of the refusal this check alone would give.</param>
internal sealed record CheckView(string Name, bool Passed, string Because, string? Code);

/// <summary>Something that plays.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="TitleId">What.</param>
/// <param name="DeviceName">Where.</param>
/// <param name="Since">UTC.</param>
internal sealed record StreamView(Guid PlaybackId, Guid TitleId, [property: Personal] string DeviceName, DateTimeOffset Since);
