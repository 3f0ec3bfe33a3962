using Streamix.LocalS3.Buckets;
using Streamix.LocalS3.Cors;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Forms;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Lifecycle;
using Streamix.LocalS3.Listing;
using Streamix.LocalS3.Multipart;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Tagging;

namespace Streamix.LocalS3.Routing;

/// <summary>The map of the API: the first line that fits answers, so the special ones stand before the plain ones.</summary>
internal sealed class Operations(
    ListBuckets listBuckets, BucketApi bucket, Versioning versioning, Acl acl,
    BucketCors cors, BucketLifecycle lifecycle, BucketTags bucketTags, ObjectTags objectTags, ListObjects list,
    PutObject put, GetObject get, CopyObject copy, DeleteObject delete, DeleteObjects deleteMany, GetObjectAttributes attributes, PostObject post,
    CreateUpload createUpload, UploadPart part, UploadPartCopy partCopy, CompleteUpload complete, AbortUpload abort, ListParts listParts, ListUploads listUploads)
{
    private readonly Operation[] all =
    [
        new("GET", Target.Service, listBuckets.HandleAsync),

        new("GET", Target.Bucket, bucket.LocationAsync) { Markers = ["location"] },
        new("GET", Target.Bucket, versioning.GetAsync) { Markers = ["versioning"] },
        new("PUT", Target.Bucket, versioning.PutAsync) { Markers = ["versioning"] },
        new("GET", Target.Bucket, acl.GetAsync) { Markers = ["acl"] },
        new("GET", Target.Bucket, cors.GetAsync) { Markers = ["cors"] },
        new("PUT", Target.Bucket, cors.PutAsync) { Markers = ["cors"] },
        new("DELETE", Target.Bucket, cors.DeleteAsync) { Markers = ["cors"] },
        new("GET", Target.Bucket, lifecycle.GetAsync) { Markers = ["lifecycle"] },
        new("PUT", Target.Bucket, lifecycle.PutAsync) { Markers = ["lifecycle"] },
        new("DELETE", Target.Bucket, lifecycle.DeleteAsync) { Markers = ["lifecycle"] },
        new("GET", Target.Bucket, bucketTags.GetAsync) { Markers = ["tagging"] },
        new("PUT", Target.Bucket, bucketTags.PutAsync) { Markers = ["tagging"] },
        new("DELETE", Target.Bucket, bucketTags.DeleteAsync) { Markers = ["tagging"] },
        new("GET", Target.Bucket, listUploads.HandleAsync) { Markers = ["uploads"] },
        new("GET", Target.Bucket, list.VersionsAsync) { Markers = ["versions"] },
        new("POST", Target.Bucket, deleteMany.HandleAsync) { Markers = ["delete"] },
        new("POST", Target.Bucket, post.HandleAsync) { Body = "multipart/form-data", SignsItself = true },
        new("PUT", Target.Bucket, bucket.CreateAsync),
        new("HEAD", Target.Bucket, bucket.HeadAsync),
        new("DELETE", Target.Bucket, bucket.DeleteAsync),
        new("GET", Target.Bucket, list.HandleAsync),

        new("GET", Target.Object, objectTags.GetAsync) { Markers = ["tagging"] },
        new("PUT", Target.Object, objectTags.PutAsync) { Markers = ["tagging"] },
        new("DELETE", Target.Object, objectTags.DeleteAsync) { Markers = ["tagging"] },
        new("GET", Target.Object, acl.GetAsync) { Markers = ["acl"] },
        new("GET", Target.Object, attributes.HandleAsync) { Markers = ["attributes"] },
        new("POST", Target.Object, createUpload.HandleAsync) { Markers = ["uploads"] },
        new("PUT", Target.Object, partCopy.HandleAsync) { Markers = ["partNumber", "uploadId"], Header = CopySource.Header },
        new("PUT", Target.Object, part.HandleAsync) { Markers = ["partNumber", "uploadId"] },
        new("POST", Target.Object, complete.HandleAsync) { Markers = ["uploadId"] },
        new("DELETE", Target.Object, abort.HandleAsync) { Markers = ["uploadId"] },
        new("GET", Target.Object, listParts.HandleAsync) { Markers = ["uploadId"] },
        new("PUT", Target.Object, copy.HandleAsync) { Header = CopySource.Header },
        new("PUT", Target.Object, put.HandleAsync),
        new("GET", Target.Object, get.HandleAsync),
        new("HEAD", Target.Object, get.HandleAsync),
        new("DELETE", Target.Object, delete.HandleAsync),
    ];

    public Operation? Find(S3Request request)
    {
        var target = request.Bucket.Length == 0 ? Target.Service : request.Key.Length == 0 ? Target.Bucket : Target.Object;
        foreach (var operation in all)
            if (operation.Fits(request, target))
                return operation.Markers.Length == 0 && Subresources.In(request) is not null ? null : operation;
        return null;
    }

    public static S3Exception Refusal(S3Request request) =>
        Subresources.In(request) is { } name ? S3Error.NotImplemented($"{request.Method} with ?{name}") : S3Error.MethodNotAllowed();
}
