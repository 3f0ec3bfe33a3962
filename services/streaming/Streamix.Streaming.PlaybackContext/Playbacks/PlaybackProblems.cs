using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Contracts.Rights;

namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>Refusals that say why in a <c>code</c> (<see cref="RefusalCodes"/> and a few of our own) a player can act on.</summary>
internal static class PlaybackProblems
{
    /// <summary>The profile's PIN was wrong.</summary>
    public const string PinWrong = "pin-wrong";

    /// <summary>The playback is over.</summary>
    public const string Ended = "playback-ended";

    /// <summary>The key belongs to another wish.</summary>
    public const string OtherRequest = "other-request";

    public const string WindowOver = "This title is no longer available.";

    public static ProblemHttpResult Refused(string code, string sentence)
    {
        var status = code == RefusalCodes.NoSuchTitle ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        return With(Problems.Of(status, sentence), "code", code);
    }

    /// <summary>410: it does not go on.</summary>
    public static ProblemHttpResult Over(Playback playback)
    {
        var problem = With(Problems.Of(StatusCodes.Status410Gone, "The playback has ended. Start it again."), "code", Ended);
        With(problem, "reason", playback.EndReason);
        return playback.EndCode is { } code ? With(problem, "endCode", code) : problem;
    }

    /// <summary>410: what it plays is no longer offered.</summary>
    public static ProblemHttpResult NoLonger() => With(Problems.Of(StatusCodes.Status410Gone, WindowOver), "code", RefusalCodes.NoLonger);

    /// <summary>409: it was stopped before it began.</summary>
    public static ProblemHttpResult Stopped() => With(Problems.Conflict("This playback has ended. Use another Idempotency-Key."), "code", Ended);

    public static ProblemHttpResult With(ProblemHttpResult problem, string name, object? value)
    {
        problem.ProblemDetails.Extensions[name] = value;
        return problem;
    }
}
