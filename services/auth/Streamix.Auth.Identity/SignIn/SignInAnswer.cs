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
    [property: Example("01976f3e5b1c7b3a9d532f8f6f0c1a11")] string SessionId, DateTimeOffset AccessExpiresAt, DateTimeOffset RefreshExpiresAt,
    [property: Personal, Example("eyJhbGciOiJFUzI1NiJ9.eyJhY3IiOiJhYWwxIn0.c2ln")] string? AccessToken = null,
    [property: Personal, Example("01976f3e5b1c7b3a9d532f8f6f0c1a11.Jx1tYb0cV6wz1m9cO3e8bZ2kq5n7r4s6")] string? RefreshToken = null);

/// <summary>What to answer with, at <c>/identity/sign-in/{id}/{method}</c>.</summary>
/// <param name="Id">The challenge.</param>
/// <param name="Methods">Any of <c>totp</c>, <c>passkey</c>, <c>recovery-code</c>.</param>
/// <param name="ExpiresAt">Start again after that.</param>
internal sealed record SecondFactorNeeded(
    [property: Example("01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11")] Guid Id, [property: Example("""["totp","recovery-code"]""")] IReadOnlyList<string> Methods, DateTimeOffset ExpiresAt);
