using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

/// <summary>The object named by <c>x-amz-copy-source</c>, with its conditions checked.</summary>
internal sealed class CopySource(BucketStore buckets, ObjectStore objects)
{
    public const string Header = "x-amz-copy-source";

    public async Task<(Bucket Bucket, ObjectLease Lease)> OpenAsync(S3Request request)
    {
        var (name, key) = Parse(request.Header(Header)!);
        var bucket = buckets.Get(name);
        var lease = await objects.OpenAsync(bucket, key, request.Aborted) ?? throw S3Error.NoSuchKey(key);
        try
        {
            if (ReadCondition.NotModified(lease.Record, request.Header, ReadCondition.CopySource))
                throw S3Error.PreconditionFailed(ReadCondition.CopySource + "If-None-Match");
            return (bucket, lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    private static (string Bucket, string Key) Parse(string header)
    {
        var question = header.IndexOf("?versionId=", StringComparison.Ordinal);
        if (question >= 0)
            VersionRules.CheckNull(header[(question + 11)..]);
        var source = Percent.DecodeText(question < 0 ? header : header[..question]);
        source = source.StartsWith('/') ? source[1..] : source;
        var slash = source.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < source.Length - 1
            ? (source[..slash], source[(slash + 1)..])
            : throw S3Error.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey", Header, header);
    }
}
