using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Streamix.ServiceDefaults.Storage;

/// <summary>Gives a service its objects.</summary>
public static class ObjectStoreExtensions
{
    /// <summary>Registers <see cref="IObjectStore"/>, <see cref="IMultipartUploads"/> and <see cref="IBuckets"/> on the connection <c>objects</c>; nothing is created before use.</summary>
    public static IHostApplicationBuilder AddObjectStore(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<S3Clients>();
        builder.Services.TryAddSingleton<IObjectStore, S3ObjectStore>();
        builder.Services.TryAddSingleton<IMultipartUploads, S3MultipartUploads>();
        builder.Services.TryAddSingleton<IBuckets, S3Buckets>();
        return builder;
    }
}
