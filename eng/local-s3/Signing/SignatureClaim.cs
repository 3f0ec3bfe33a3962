namespace Streamix.LocalS3.Signing;

/// <summary>What a request says about its signature, from the Authorization header or the query.</summary>
internal sealed record SignatureClaim(
    CredentialScope Credential, IReadOnlyList<string> SignedHeaders, string Signature, string Timestamp, string ContentHash);
