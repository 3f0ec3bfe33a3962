using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Contracts.History.V1;
using Streamix.Streaming.WatchHistory.Recording;

namespace Streamix.Streaming.WatchHistory.Calls;

/// <summary>Reads what is sent; what cannot be meant is refused.</summary>
internal static class Requests
{
    public const int Most = 1000;
    private const double Longest = 7 * 24 * 3600;

    public static IReadOnlyList<Told> Read(RecordRequest request) => request.Positions.Count is > 0 and <= Most
        ? [.. request.Positions.Select(Read)]
        : throw ProblemException.BadRequest("positions", $"must be 1 to {Most}");

    public static Guid Id(string field, string text) =>
        Guid.TryParse(text, out var id) && id != Guid.Empty ? id : throw ProblemException.BadRequest(field, "is not an id");

    private static Told Read(Position position) => new(
        Id("account_id", position.AccountId),
        Id("profile_id", position.ProfileId),
        Id("title_id", position.TitleId),
        Id("playback_id", position.PlaybackId),
        Seconds("position", position.Position_),
        Seconds("duration", position.Duration),
        Seconds("credits_at", position.CreditsAt),
        position.PlayedAt?.ToDateTimeOffset() ?? throw ProblemException.BadRequest("played_at", "is required"));

    private static double Seconds(string field, double value) =>
        value is >= 0 and <= Longest ? value : throw ProblemException.BadRequest(field, "must be seconds from the start");
}
