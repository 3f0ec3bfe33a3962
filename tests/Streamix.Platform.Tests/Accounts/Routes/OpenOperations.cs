namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>What needs no session, each for a reason. Whoever opens another operation says so here.</summary>
internal static class OpenOperations
{
    /// <summary>A player's licence is proven by the token of its playback, which is no session's; without it they refuse by themselves.</summary>
    public static readonly IReadOnlySet<string> ByAnotherToken = new SortedSet<string>(StringComparer.Ordinal)
    {
        "POST /api/v1/drm/clearkey",
        "GET /api/v1/drm/keys/{kid}",
    };

    public static readonly IReadOnlySet<string> All = new SortedSet<string>(ByAnotherToken, StringComparer.Ordinal)
    {
        // Nobody has a session before signing up.
        "POST /api/v1/account/registrations",
        "POST /api/v1/identity/passcodes/verify",
        "POST /api/v1/identity/passcodes/resend",

        // Signing in, and getting in again.
        "POST /api/v1/identity/sign-in",
        "POST /api/v1/identity/sign-in/{challenge}/totp",
        "POST /api/v1/identity/sign-in/{challenge}/recovery-code",
        "POST /api/v1/identity/sign-in/{challenge}/passkey-options",
        "POST /api/v1/identity/sign-in/{challenge}/passkey",
        "POST /api/v1/identity/passkeys/options",
        "POST /api/v1/identity/passkeys/sign-in",
        "POST /api/v1/identity/password-resets",
        "POST /api/v1/identity/password-resets/complete",

        // The refresh token is the proof; signing out works with an expired access token too.
        "POST /api/v1/session/refresh",
        "POST /api/v1/session/sign-out",

        // A television has no session yet (RFC 8628).
        "POST /api/v1/session/device/authorizations",
        "POST /api/v1/session/device/tokens",

        // The account is gone; the receipt's name cannot be guessed.
        "GET /api/v1/account/erasures/{receipt}",

        // Links in mails (RFC 8058) and the mail provider's signed reports.
        "GET /api/v1/email/unsubscribe/{token}",
        "POST /api/v1/email/unsubscribe/{token}",
        "POST /api/v1/email/feedback",
        "POST /api/v1/email/feedback/ses",

        // What is on is told to everybody, and its pictures have names that cannot be guessed.
        "GET /api/v1/catalog/titles",
        "GET /api/v1/catalog/titles/{name}",
        "GET /api/v1/catalog/people/{name}",
        "GET /api/v1/catalog/vocabulary",
        "GET /api/v1/catalog/artwork/{id}/{width}",

        // Players that cannot send headers: the manifest key in the address opens it, and the steering address cannot be guessed.
        "GET /api/v1/playback/playbacks/{id}/master.m3u8",
        "GET /api/v1/playback/playbacks/{id}/clearkey.m3u8",
        "GET /api/v1/playback/playbacks/{id}/manifest.mpd",
        "GET /api/v1/steering/hls/{session}",
        "GET /api/v1/steering/dash/{session}",
    };
}
