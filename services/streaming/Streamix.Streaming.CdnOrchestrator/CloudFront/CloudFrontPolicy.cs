using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Streamix.Streaming.CdnOrchestrator.CloudFront;

/// <summary>
/// What a signature allows, as CloudFront reads it. A canned policy names one address and an end and does not travel: CloudFront makes it again, so
/// its text must be exactly this. A custom one travels, and may have wildcards, a beginning and a network.
/// </summary>
/// <param name="Resource">An address; <c>*</c> and <c>?</c> are wildcards in a custom policy.</param>
/// <param name="ExpiresAt">UTC, whole seconds.</param>
/// <param name="StartsAt">Not sooner.</param>
/// <param name="Network">IPv4 only: CloudFront knows no other.</param>
internal sealed record CloudFrontPolicy(string Resource, DateTimeOffset ExpiresAt, DateTimeOffset? StartsAt = null, IPNetwork? Network = null)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Canned() => Write(canned: true);

    public string Custom() => Write(canned: false);

    /// <summary>Base64 with the characters that addresses and cookies do not take exchanged.</summary>
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('=', '_').Replace('/', '~');

    public string Seconds => ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private string Write(bool canned)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteStartArray("Statement");
            json.WriteStartObject();
            json.WriteString("Resource", Resource);
            json.WriteStartObject("Condition");
            if (!canned && Network is { } network)
                WriteCondition(json, "IpAddress", "AWS:SourceIp", network.ToString());
            WriteCondition(json, "DateLessThan", "AWS:EpochTime", ExpiresAt);
            if (!canned && StartsAt is { } start)
                WriteCondition(json, "DateGreaterThan", "AWS:EpochTime", start);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteCondition(Utf8JsonWriter json, string condition, string key, object value)
    {
        json.WriteStartObject(condition);
        if (value is DateTimeOffset at)
            json.WriteNumber(key, at.ToUnixTimeSeconds());
        else
            json.WriteString(key, (string)value);
        json.WriteEndObject();
    }
}
