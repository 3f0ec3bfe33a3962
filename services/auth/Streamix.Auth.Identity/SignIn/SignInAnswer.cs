using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.SignIn;

/// <summary>Signed in, or asked for a second factor.</summary>
/// <param name="Outcome"><c>signed-in</c> or <c>second-factor</c>.</param>
/// <param name="Session">When signed in.</param>
/// <param name="Challenge">When a second factor is asked for.</param>
internal sealed record SignInAnswer([property: Example("signed-in")] string Outcome, SignedIn? Session = null, SecondFactorNeeded? Challenge = null);

/// <summary>A new session. The tokens are absent when they went into cookies.</summary>
internal sealed record SignedIn(
    string SessionId, DateTimeOffset AccessExpiresAt, DateTimeOffset RefreshExpiresAt,
    [property: Personal] string? AccessToken = null, [property: Personal] string? RefreshToken = null);

/// <summary>What to answer with, at <c>/identity/sign-in/{id}/{method}</c>.</summary>
/// <param name="Id">The challenge.</param>
/// <param name="Methods">Any of <c>totp</c>, <c>passkey</c>, <c>recovery-code</c>.</param>
/// <param name="ExpiresAt">Start again after that.</param>
internal sealed record SecondFactorNeeded(Guid Id, IReadOnlyList<string> Methods, DateTimeOffset ExpiresAt);
