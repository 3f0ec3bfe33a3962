using System.Text;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Signing;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Tagging;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Forms;

/// <summary>A browser's form upload, allowed by a signed policy.</summary>
internal sealed class PostObject(BucketStore buckets, PutObject put, BlobReceiver receiver, Authenticator authenticator, TimeProvider clock)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        var form = await UploadForm.ReadAsync(request.Http.Request, request.Aborted);
        var policy = Authorize(form.Fields, bucket.Name);
        var key = (form.Fields["key"] ?? "").Replace("${filename}", form.FileName, StringComparison.Ordinal);
        if (key.Length == 0)
            throw S3Error.InvalidArgument("Bucket POST must contain a field named 'key'. If it is specified, please check the order of the fields.", "key");
        KeyRules.Check(key);
        var description = NewObject.From(form.Fields.AsHeaders(), n => form.Fields[n == "x-amz-acl" ? "acl" : n]);
        if (form.Fields["tagging"] is { } tags)
            description = description with { Tags = TagSet.Parse(XmlInput.Parse(Encoding.UTF8.GetBytes(tags), "Tagging"), TagSet.MostPerObject) };
        var blob = await ReceiveAsync(form, policy, request.Aborted);
        var record = await put.CommitAsync(bucket, key, description, blob);
        await PostReply.WriteAsync(request, form.Fields, record);
    }

    private PostPolicy Authorize(FormFields fields, string bucket)
    {
        if (fields["policy"] is not { } encoded || fields["x-amz-signature"] is not { } signature)
            throw AccessError.Denied();
        if (fields["x-amz-algorithm"] != SigningKey.Algorithm)
            throw S3Error.InvalidArgument("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"", "x-amz-algorithm", fields["x-amz-algorithm"] ?? "");
        var credential = CredentialScope.Parse(fields["x-amz-credential"] ?? "")
            ?? throw S3Error.InvalidArgument("The credential is malformed.", "x-amz-credential", fields["x-amz-credential"] ?? "");
        if (Timestamp.Parse(fields["x-amz-date"]) is null)
            throw S3Error.InvalidArgument("X-Amz-Date must be in the ISO8601 Long Format", "x-amz-date", fields["x-amz-date"] ?? "");
        var key = authenticator.KeyFor(credential, fields["x-amz-date"]!, AccessError.MalformedQuery);
        if (!SigningKey.Same(SigningKey.Sign(key, encoded), signature))
            throw AccessError.WrongSignature(credential.AccessKey, encoded);
        var policy = PostPolicy.Parse(encoded);
        policy.Check(fields, bucket, clock.GetUtcNow());
        return policy;
    }

    private async Task<ReceivedBlob> ReceiveAsync(UploadForm form, PostPolicy policy, CancellationToken cancellation)
    {
        var (algorithm, value, _) = ChecksumClaim.Read(n => form.Fields[n], hasTrailer: false);
        var expected = new PayloadExpectation(null, null, PayloadExpectation.ContentMd5(form.Fields["Content-MD5"]), algorithm, value, false);
        return await receiver.ReceiveAsync(new FormFile(form.File), expected, policy.Least, policy.Most, cancellation);
    }
}
