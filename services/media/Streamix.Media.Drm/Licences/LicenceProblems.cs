using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Licences;

/// <summary>Refusals that say why in a word (<c>reason</c>) a player can act on.</summary>
internal static class LicenceProblems
{
    public static ProblemHttpResult Of(Refusal refusal)
    {
        var problem = Problems.Of(Status(refusal), Detail(refusal));
        problem.ProblemDetails.Extensions["reason"] = Word(refusal);
        return problem;
    }

    public static string Word(Refusal refusal) => refusal switch
    {
        Refusal.NoToken => "no-token",
        Refusal.BadToken => "bad-token",
        Refusal.Expired => "expired",
        Refusal.Withdrawn => "withdrawn",
        Refusal.UnknownKey => "unknown-key",
        Refusal.OtherAsset => "other-asset",
        Refusal.Tier => "tier",
        Refusal.Output => "output",
        Refusal.Offline => "offline",
        _ => "exhausted",
    };

    private static int Status(Refusal refusal) => refusal switch
    {
        Refusal.NoToken or Refusal.BadToken or Refusal.Expired => StatusCodes.Status401Unauthorized,
        Refusal.UnknownKey => StatusCodes.Status404NotFound,
        Refusal.Exhausted => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status403Forbidden,
    };

    private static string Detail(Refusal refusal) => refusal switch
    {
        Refusal.NoToken => "Send the token of the playback.",
        Refusal.BadToken => "This is not the token of a playback.",
        Refusal.Expired => "The playback's token has expired. Renew it.",
        Refusal.Withdrawn => "The playback has ended.",
        Refusal.UnknownKey => "There is no key with one of these ids.",
        Refusal.OtherAsset => "One of the keys belongs to something else than what is played.",
        Refusal.Tier => "The playback does not include this quality.",
        Refusal.Output => "This quality needs a better protected output.",
        Refusal.Offline => "This may not be kept for offline playback.",
        _ => "The playback has fetched more licences than it can need.",
    };
}

/// <summary>Why no key is given.</summary>
internal enum Refusal
{
    NoToken,
    BadToken,
    Expired,
    Withdrawn,
    Exhausted,
    UnknownKey,
    OtherAsset,
    Tier,
    Output,
    Offline,
}
