namespace Streamix.Users.Profile.Pins;

/// <summary>What became of an attempt.</summary>
internal enum PinOutcome
{
    /// <summary>Right, or there is no PIN.</summary>
    Passed,

    /// <summary>None was given.</summary>
    Required,

    Wrong,

    /// <summary>Not looked at.</summary>
    Locked,
}

/// <param name="Outcome">What became of it.</param>
/// <param name="AttemptsLeft">After a wrong one, before the next rest.</param>
/// <param name="RetryAfter">When the next attempt is looked at.</param>
internal sealed record PinVerdict(PinOutcome Outcome, int? AttemptsLeft = null, TimeSpan? RetryAfter = null);
