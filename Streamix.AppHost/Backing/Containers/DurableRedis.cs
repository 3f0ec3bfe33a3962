namespace Streamix.AppHost.Backing.Containers;

internal static class DurableRedis
{
    /// <summary>Every write on disk before it is acknowledged. The image's command is one line for a shell, which is lengthened.</summary>
    public static IResourceBuilder<RedisResource> WithSyncedAppendOnlyFile(this IResourceBuilder<RedisResource> redis) => redis.WithArgs(context =>
        context.Args[^1] = $"{context.Args[^1]} --appendonly yes --appendfsync always");
}
