using System.Text.Json;
using Streamix.Media.Drm.Keys;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Licences;

/// <summary>A licence request of Clear Key (W3C Encrypted Media Extensions, 9.1.3).</summary>
internal sealed record LicenceRequest(IReadOnlyList<Guid> KeyIds, string Type)
{
    public const string Temporary = "temporary";
    public const string Persistent = "persistent-license";

    /// <summary>Keys that one request may name.</summary>
    public const int MostKeyIds = 32;

    /// <summary>Bytes of a request.</summary>
    public const int Largest = 4096;

    /// <summary>Read by hand: content decryption modules send no content type, or any.</summary>
    public static async Task<LicenceRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new byte[Largest + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > Largest)
            throw new ProblemException(StatusCodes.Status413PayloadTooLarge, "The body is too large.");
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, "The body is no JSON.");
        }
    }

    public static LicenceRequest Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("kids", out var kids) || kids.ValueKind != JsonValueKind.Array)
            throw ProblemException.BadRequest("kids", "must be a list of key ids");
        if (kids.GetArrayLength() is 0 or > MostKeyIds)
            throw ProblemException.BadRequest("kids", $"must be 1 to {MostKeyIds} key ids");
        return new([.. kids.EnumerateArray().Select(KeyIdOf).Distinct()], TypeOf(json));
    }

    private static Guid KeyIdOf(JsonElement kid) =>
        kid.ValueKind == JsonValueKind.String && KeyId.TryReadText(kid.GetString(), out var id)
            ? id
            : throw ProblemException.BadRequest("kids", "must be key ids of 16 bytes, base64url without padding");

    /// <summary>Absent means temporary; modules of the time before the standard left it out.</summary>
    private static string TypeOf(JsonElement json)
    {
        if (!json.TryGetProperty("type", out var type))
            return Temporary;
        return type.ValueKind == JsonValueKind.String && type.GetString() is Temporary or Persistent
            ? type.GetString()!
            : throw ProblemException.BadRequest("type", $"must be {Temporary} or {Persistent}");
    }
}
