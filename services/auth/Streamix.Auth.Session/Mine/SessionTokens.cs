using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Mine;

/// <summary>What a client goes on with. A browser gets the tokens as cookies; then the body has none.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="AccessToken">For the Authorization header.</param>
/// <param name="AccessExpiresAt">Refresh before then.</param>
/// <param name="RefreshToken">For the next refresh, once.</param>
/// <param name="RefreshExpiresAt">The session ends then unless refreshed.</param>
internal sealed record SessionTokens(
    [property: Example("0199b0a57e7d7c1f8c52f36c4a9c2b10")] string SessionId,
    [property: Personal, Example(ExampleTokens.Access)] string? AccessToken,
    [property: Example("2026-01-31T12:15:00+00:00")] DateTimeOffset AccessExpiresAt,
    [property: Personal, Example(ExampleTokens.Refresh)] string? RefreshToken,
    [property: Example("2026-03-02T12:00:00+00:00")] DateTimeOffset? RefreshExpiresAt);

/// <summary>A refresh token in a body, for clients without cookies.</summary>
internal sealed record PresentedToken([property: Personal, Example(ExampleTokens.Refresh)] string RefreshToken);

/// <summary>A refresh token of the session to end, for clients without cookies.</summary>
internal sealed record SignOut([property: Personal, Example(ExampleTokens.Refresh)] string? RefreshToken = null);
