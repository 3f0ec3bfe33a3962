using System.Collections.Frozen;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Routing;

/// <summary>Parameters that change what a request means; an unknown one must not fall through to a plain put or delete.</summary>
internal static class Subresources
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "accelerate", "acl", "analytics", "annotation", "attributes", "cors", "delete", "encryption", "intelligent-tiering", "inventory", "legal-hold",
        "lifecycle", "location", "logging", "metadataTable", "metrics", "notification", "object-lock", "ownershipControls", "policy",
        "policyStatus", "publicAccessBlock", "renameObject", "replication", "requestPayment", "restore", "retention", "select", "session",
        "tagging", "torrent", "uploadId", "uploads", "versioning", "versions", "website");

    public static string? In(S3Request request)
    {
        foreach (var pair in request.Query.Pairs)
            if (Names.Contains(pair.Key))
                return pair.Key;
        return null;
    }
}
