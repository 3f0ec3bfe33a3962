using System.Text.Json.Serialization;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Devices;

/// <summary>A device that wants in.</summary>
/// <param name="UserCode">As it is shown there.</param>
/// <param name="Device">What it calls itself.</param>
/// <param name="Country">Where it is, when the edge told.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="ExpiresAt">UTC.</param>
internal sealed record DeviceView(
    [property: Example("BCDF-GHJK")] string UserCode, [property: Personal, Example("Living room TV")] string Device, [property: Personal, Example("DE")] string? Country,
    [property: Example("2026-01-31T12:00:00+00:00")] DateTimeOffset RequestedAt, [property: Example("2026-01-31T12:10:00+00:00")] DateTimeOffset ExpiresAt);

/// <summary>Whether a device may use my account.</summary>
internal sealed record DeviceDecision([property: Example("true")] bool Approve);

/// <summary>RFC 8628, 3.2.</summary>
internal sealed record DeviceAuthorization(
    [property: JsonPropertyName("device_code"), Personal, Example(ExampleTokens.DeviceCode)] string DeviceCode,
    [property: JsonPropertyName("user_code"), Example("BCDF-GHJK")] string UserCode,
    [property: JsonPropertyName("verification_uri"), Example("https://streamix.example/device")] string VerificationUri,
    [property: JsonPropertyName("verification_uri_complete"), Example("https://streamix.example/device?code=BCDF-GHJK")] string VerificationUriComplete,
    [property: JsonPropertyName("expires_in"), Example("600")] long ExpiresIn,
    [property: JsonPropertyName("interval"), Example("5")] long Interval);

/// <summary>RFC 6749, 5.1.</summary>
internal sealed record DeviceTokens(
    [property: JsonPropertyName("access_token"), Personal, Example(ExampleTokens.Access)] string AccessToken,
    [property: JsonPropertyName("token_type"), Example("Bearer")] string TokenType,
    [property: JsonPropertyName("expires_in"), Example("900")] long ExpiresIn,
    [property: JsonPropertyName("refresh_token"), Personal, Example(ExampleTokens.Refresh)] string RefreshToken);
