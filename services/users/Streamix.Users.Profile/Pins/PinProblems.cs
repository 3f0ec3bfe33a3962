using Streamix.ServiceDefaults.Http;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Pins;

/// <summary>Refusals about PINs.</summary>
internal static class PinProblems
{
    public static Refusal Required() => ProfileProblems.Coded(StatusCodes.Status403Forbidden, "pin-required", $"Send the PIN of the profile in {PinHeader.Name}.");

    /// <summary>Null when the PIN was right.</summary>
    public static Refusal? Of(PinVerdict verdict) => verdict.Outcome switch
    {
        PinOutcome.Passed => null,
        PinOutcome.Required => Required(),
        PinOutcome.Wrong => ProfileProblems.Coded(StatusCodes.Status403Forbidden, "pin-wrong", "The PIN is wrong.", verdict.AttemptsLeft),
        _ => new(Problems.TooMany(verdict.RetryAfter ?? TimeSpan.Zero)),
    };
}

/// <summary>The header that carries the present PIN of a profile.</summary>
internal static class PinHeader
{
    public const string Name = "Profile-Pin";
}
