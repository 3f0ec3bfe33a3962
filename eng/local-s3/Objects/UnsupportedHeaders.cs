using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

/// <summary>What would change the meaning of a write is refused rather than ignored.</summary>
internal static class UnsupportedHeaders
{
    private static readonly string[] Prefixes =
    [
        "x-amz-server-side-encryption", "x-amz-copy-source-server-side-encryption", "x-amz-object-lock-", "x-amz-grant-", "x-amz-write-offset-bytes",
    ];

    public static void Refuse(IEnumerable<string> names, Func<string, string?> header)
    {
        foreach (var name in names)
            if (Prefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
                throw S3Error.NotImplemented($"the header {name}");
        if (header("x-amz-acl") is { } acl && acl is not ("private" or "bucket-owner-full-control" or "bucket-owner-read"))
            throw new S3Exception(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
    }

    public static string StorageClass(Func<string, string?> header)
    {
        var name = header("x-amz-storage-class") ?? StorageClasses.Standard;
        return StorageClasses.IsKnown(name)
            ? name
            : throw new S3Exception(400, "InvalidStorageClass", "The storage class you specified is not valid");
    }
}
