using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Streamix.ServiceDefaults.Storage;

/// <summary>Gives a service its objects.</summary>
public static class ObjectStoreExtensions
{
    /// <summary>Registers <see cref="IObjectStore"/> and <see cref="IMultipartUploads"/> on the connection <c>objects</c>; nothing is created before use.</summary>
    public static IHostApplicationBuilder AddObjectStore(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<S3Clients>();
        builder.Services.TryAddSingleton<IObjectStore, S3ObjectStore>();
        builder.Services.TryAddSingleton<IMultipartUploads, S3MultipartUploads>();
        return builder;
    }
}
