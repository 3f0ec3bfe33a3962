using Microsoft.AspNetCore.Http.Metadata;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Licences;

/// <summary>What a licence looks like, for the OpenAPI document; it is written by hand.</summary>
/// <param name="Keys">JSON Web Keys.</param>
/// <param name="Type"><c>temporary</c> or <c>persistent-license</c>.</param>
internal sealed record ClearKeyLicence(IReadOnlyList<ClearKey> Keys, string Type);

/// <summary>A symmetric JSON Web Key (RFC 7517).</summary>
/// <param name="Kty">Always <c>oct</c>.</param>
/// <param name="K">The key, base64url without padding.</param>
/// <param name="Kid">The key id, base64url without padding.</param>
internal sealed record ClearKey(string Kty, string K, string Kid);

/// <summary>What a licence request looks like.</summary>
/// <param name="Kids">Key ids, base64url without padding.</param>
/// <param name="Type"><c>temporary</c> or <c>persistent-license</c>.</param>
internal sealed record ClearKeyRequest(
    [property: Example("""["LwVHf8JLtPrv2GUXFW2v_A"]""")] IReadOnlyList<string> Kids,
    [property: Example("temporary")] string Type);

/// <summary>Tells the OpenAPI document of the body, without asking for a content type.</summary>
internal sealed class AcceptsClearKey : IAcceptsMetadata
{
    public IReadOnlyList<string> ContentTypes => ["application/json", "*/*"];

    public Type RequestType => typeof(ClearKeyRequest);

    public bool IsOptional => false;
}
