using System.Text.Json.Serialization;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Devices;

/// <summary>The form of RFC 8628, 3.1, with what the device calls itself.</summary>
internal sealed record DeviceAsk(
    [property: JsonPropertyName("client_id"), Example("streamix-tv")] string ClientId,
    [property: JsonPropertyName("device"), Personal, Example("Living room TV")] string? Device = null)
{
    private const int LongestClient = 64;

    public static DeviceAsk? Read(IFormCollection form) => form["client_id"] is [{ } client] && IsClient(client) ? new(client, form["device"].ToString()) : null;

    public static bool IsClient(string client) => client.Length is > 0 and <= LongestClient && client.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
}

/// <summary>The form of RFC 8628, 3.4.</summary>
internal sealed record DevicePoll(
    [property: JsonPropertyName("grant_type"), Example(DevicePoll.Grant)] string GrantType,
    [property: JsonPropertyName("device_code"), Personal, Example(ExampleTokens.DeviceCode)] string DeviceCode,
    [property: JsonPropertyName("client_id"), Example("streamix-tv")] string ClientId)
{
    public const string Grant = "urn:ietf:params:oauth:grant-type:device_code";
    private const int CodeLength = 43;

    /// <summary>Null when the code or the client cannot be meant.</summary>
    public static DevicePoll? Read(IFormCollection form) =>
        form["client_id"] is [{ } client] && DeviceAsk.IsClient(client) && form["device_code"] is [{ Length: CodeLength } code] ? new(Grant, code, client) : null;
}
