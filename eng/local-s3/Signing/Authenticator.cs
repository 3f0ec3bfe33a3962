using Microsoft.Extensions.Options;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Signing;

/// <summary>Verifies Signature V4 of a request; there is one key pair and no anonymous access.</summary>
internal sealed class Authenticator(IOptions<LocalS3Options> options, TimeProvider clock)
{
    public RequestSignature Authenticate(S3Request request)
    {
        var header = request.Header("Authorization");
        var inQuery = request.Query.Has("X-Amz-Signature") || request.Query.Has("X-Amz-Algorithm");
        if (request.Query.Has("AWSAccessKeyId") && header is null && !inQuery)
            throw AccessError.UnsupportedMechanism();
        if (header is not null && inQuery)
            throw S3Error.InvalidArgument("Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified");
        if (header is null && !inQuery)
            throw AccessError.Denied();
        var now = clock.GetUtcNow();
        return inQuery
            ? Verify(request, QueryClaim.Read(request, now), AccessError.MalformedQuery, exempt: "x-amz-content-sha256")
            : Verify(request, HeaderClaim.Read(request, header!, now), AccessError.MalformedHeader, exempt: "");
    }

    /// <summary>The key of a credential after its access key and scope were checked.</summary>
    public byte[] KeyFor(CredentialScope credential, string timestamp, Func<string, (string, string)[], S3Exception> malformed)
    {
        if (!SigningKey.Same(options.Value.AccessKey, credential.AccessKey))
            throw AccessError.UnknownKey(credential.AccessKey);
        credential.Check(options.Value.Region, timestamp, malformed);
        return SigningKey.Derive(options.Value.SecretKey, credential);
    }

    private RequestSignature Verify(
        S3Request request, SignatureClaim claim, Func<string, (string, string)[], S3Exception> malformed, string exempt)
    {
        var key = KeyFor(claim.Credential, claim.Timestamp, malformed);
        CheckSignedHeaders(request, claim.SignedHeaders, exempt);
        if (request.Query.Has("X-Amz-Security-Token") || request.Header("x-amz-security-token") is not null)
            throw new S3Exception(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
        var scope = claim.Credential.Scope;
        var toSign = $"{SigningKey.Algorithm}\n{claim.Timestamp}\n{scope}\n{CanonicalRequest.Hash(request, claim.SignedHeaders, claim.ContentHash)}";
        return SigningKey.Same(SigningKey.Sign(key, toSign), claim.Signature)
            ? new(key, claim.Timestamp, scope, claim.Signature, claim.ContentHash)
            : throw AccessError.WrongSignature(claim.Credential.AccessKey, toSign);
    }

    private static void CheckSignedHeaders(S3Request request, IReadOnlyList<string> signed, string exempt)
    {
        if (!signed.Contains("host"))
            throw AccessError.Denied("The Host header must be signed", ("HeadersNotSigned", "host"));
        var unsigned = request.Headers.Keys.Select(k => k.ToLowerInvariant())
            .Where(k => k.StartsWith("x-amz-", StringComparison.Ordinal) && k != exempt && !signed.Contains(k))
            .ToArray();
        if (unsigned.Length > 0)
            throw AccessError.Denied("There were headers present in the request which were not signed", ("HeadersNotSigned", string.Join(", ", unsigned)));
    }
}
