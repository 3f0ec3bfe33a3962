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
    DateTimeOffset RequestedAt, DateTimeOffset ExpiresAt);

/// <summary>Whether a device may use my account.</summary>
internal sealed record DeviceDecision([property: Example("true")] bool Approve);

/// <summary>RFC 8628, 3.2.</summary>
internal sealed record DeviceAuthorization(
    [property: JsonPropertyName("device_code"), Personal] string DeviceCode,
    [property: JsonPropertyName("user_code"), Example("BCDF-GHJK")] string UserCode,
    [property: JsonPropertyName("verification_uri")] string VerificationUri,
    [property: JsonPropertyName("verification_uri_complete")] string VerificationUriComplete,
    [property: JsonPropertyName("expires_in")] long ExpiresIn,
    [property: JsonPropertyName("interval")] long Interval);

/// <summary>RFC 6749, 5.1.</summary>
internal sealed record DeviceTokens(
    [property: JsonPropertyName("access_token"), Personal] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] long ExpiresIn,
    [property: JsonPropertyName("refresh_token"), Personal] string RefreshToken);
