using Streamix.LocalS3.Buckets;
using Streamix.LocalS3.Cors;
using Streamix.LocalS3.Forms;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Lifecycle;
using Streamix.LocalS3.Listing;
using Streamix.LocalS3.Multipart;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Routing;
using Streamix.LocalS3.Signing;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Tagging;

namespace Streamix.LocalS3;

internal static class LocalS3Services
{
    public static void AddLocalS3(this IServiceCollection services)
    {
        services.AddSingleton<S3Pipeline>().AddSingleton<Operations>().AddSingleton<Authenticator>().AddSingleton<CorsResponder>();
        services.AddSingleton<DataFolder>().AddSingleton<DurableFiles>().AddSingleton<BlobStore>().AddSingleton<Readers>().AddSingleton<KeyGates>()
            .AddSingleton<BucketStore>().AddSingleton<ObjectStore>().AddSingleton<UploadStore>().AddSingleton<OrphanCollector>().AddSingleton<StoreLoader>();
        services.AddSingleton<ListBuckets>().AddSingleton<BucketApi>().AddSingleton<Versioning>().AddSingleton<Acl>()
            .AddSingleton<BucketCors>().AddSingleton<BucketLifecycle>().AddSingleton<BucketTags>().AddSingleton<ObjectTags>().AddSingleton<ListObjects>();
        services.AddSingleton<BlobReceiver>().AddSingleton<ObjectStreamer>().AddSingleton<CopySource>()
            .AddSingleton<PutObject>().AddSingleton<GetObject>().AddSingleton<CopyObject>().AddSingleton<DeleteObject>().AddSingleton<DeleteObjects>()
            .AddSingleton<GetObjectAttributes>().AddSingleton<PostObject>();
        services.AddSingleton<PartStore>().AddSingleton<CreateUpload>().AddSingleton<UploadPart>().AddSingleton<UploadPartCopy>()
            .AddSingleton<CompleteUpload>().AddSingleton<AbortUpload>().AddSingleton<ListParts>().AddSingleton<ListUploads>();
        services.AddSingleton<LifecycleSweep>().AddHostedService<LifecycleClock>();
    }
}
