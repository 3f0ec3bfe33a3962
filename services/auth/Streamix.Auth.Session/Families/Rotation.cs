namespace Streamix.Auth.Session.Families;

/// <summary>What came of presenting a refresh token.</summary>
internal enum RotationOutcome
{
    /// <summary>It was the current one and has a successor now.</summary>
    Rotated,

    /// <summary>The same client came again within the grace and gets what it should have.</summary>
    Repeated,

    /// <summary>Too many rotations at once; nothing was changed.</summary>
    Busy,

    /// <summary>Used before: the family has ended by this.</summary>
    Reused,

    /// <summary>The session is over already, or never was.</summary>
    Ended,
}

/// <param name="Outcome">What happened.</param>
/// <param name="Family">The session, when it goes on.</param>
/// <param name="Token">The refresh token to use from now on.</param>
/// <param name="Reason">Why the session ended, when that is known.</param>
internal sealed record Rotation(RotationOutcome Outcome, Family? Family = null, RefreshToken? Token = null, string? Reason = null);
