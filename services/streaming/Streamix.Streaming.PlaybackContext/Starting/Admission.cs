using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>What rights are asked and what they answer.</summary>
internal static class Admission
{
    public static RightsV1.AdmitRequest Of(Guid playback, StartDraft draft, Viewer viewer, DateTimeOffset? pinEnteredAt) => new()
    {
        PlaybackId = playback.ToString(),
        AccountId = viewer.AccountId.ToString(),
        ProfileId = viewer.ProfileId.ToString(),
        SessionId = viewer.SessionId,
        TitleId = draft.TitleId.ToString(),
        Device = Device(draft.Device.ToDevice()),
        Address = viewer.Address,
        Country = viewer.Country,
        PinEnteredAt = pinEnteredAt?.ToTimestamp(),
        InsteadOf = draft.InsteadOf?.ToString() ?? "",
    };

    /// <summary>Of a playback that goes on. Where the viewer is was decided at its start.</summary>
    public static RightsV1.AdmitRequest Of(Playback playback) => new()
    {
        PlaybackId = playback.Id.ToString(),
        AccountId = playback.AccountId.ToString(),
        ProfileId = playback.ProfileId.ToString(),
        SessionId = playback.SessionId,
        TitleId = playback.TitleId.ToString(),
        Device = Device(playback.Device),
        Country = playback.Country,
    };

    public static ProblemHttpResult Refused(RightsV1.Decision decision, Explanation? explanation)
    {
        var problem = PlaybackProblems.Refused(decision.Code, decision.Sentence);
        if (decision.Code == RefusalCodes.TooManyStreams)
            PlaybackProblems.With(problem, "streams", decision.Streams.Select(s => new { s.PlaybackId, s.DeviceName, s.TitleId, Since = s.Since?.ToDateTimeOffset() }).ToArray());
        return explanation is null ? problem : PlaybackProblems.With(problem, "explanation", explanation);
    }

    /// <param name="title">Null when nobody knows it.</param>
    public static Explanation Explain(PlayableTitle? title, RightsV1.Decision decision) => new(
        [.. decision.Checks.Select(c => new ExplainedCheck(c.Name, c.Passed, c.Because))], Blank(decision.Plan), Blank(decision.Country), decision.MostLines,
        title is null || !decision.Allowed ? [] : Rungs.Explain(title.Package.Video, decision.MostLines, decision.Tiers), null, null);

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private static RightsV1.Device Device(PlayingDevice device) =>
        new() { Id = device.Id, Name = device.Name, Security = device.Security, OutputProtection = device.OutputProtection };
}
