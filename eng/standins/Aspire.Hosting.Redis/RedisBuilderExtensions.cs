using System.Globalization;
using Aspire.Hosting.Redis;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds Redis.</summary>
public static class RedisBuilderExtensions
{
    private const string Registry = "docker.io";
    private const string Image = "library/redis";
    private const string Tag = "8.6";

    /// <summary>A server with a generated password that is kept.</summary>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port) => builder.AddRedis(name, port, password: null);

    /// <summary>A server; without password a generated one that is kept.</summary>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? password = null)
    {
        var redis = new RedisResource(name, password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false));
        var check = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(check, _ => new RedisPing(redis), failureStatus: null, tags: null));
        return builder.AddResource(redis)
            .WithEndpoint(port: port, targetPort: 6379, scheme: "redis", name: RedisResource.PrimaryEndpointName)
            .WithImage(Image, Tag)
            .WithImageRegistry(Registry)
            .WithIconName("Database")
            .WithHealthCheck(check)
            .WithEntrypoint("/bin/sh")
            .WithEnvironment(context =>
            {
                if (redis.PasswordParameter is { } parameter)
                    context.EnvironmentVariables["REDIS_PASSWORD"] = parameter;
            })
            .WithArgs(context =>
            {
                context.Args.Add("-c");
                context.Args.Add(CommandLine(redis));
            });
    }

    /// <summary>Keeps the data in a volume, with snapshots unless it is read-only.</summary>
    public static IResourceBuilder<RedisResource> WithDataVolume(this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false)
    {
        builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), "/data", isReadOnly);
        return isReadOnly ? builder : builder.WithPersistence();
    }

    /// <summary>Keeps the data in a folder, with snapshots unless it is read-only.</summary>
    public static IResourceBuilder<RedisResource> WithDataBindMount(this IResourceBuilder<RedisResource> builder, string source, bool isReadOnly = false)
    {
        builder.WithBindMount(source, "/data", isReadOnly);
        return isReadOnly ? builder : builder.WithPersistence();
    }

    /// <summary>Writes a snapshot when so many keys have changed within an interval: 60 seconds by default.</summary>
    public static IResourceBuilder<RedisResource> WithPersistence(this IResourceBuilder<RedisResource> builder, TimeSpan? interval = null, long keysChangedThreshold = 1) =>
        builder.WithAnnotation(new PersistenceAnnotation(interval ?? TimeSpan.FromSeconds(60), keysChangedThreshold), ResourceAnnotationMutationBehavior.Replace);

    /// <summary>The port clients on this machine use.</summary>
    public static IResourceBuilder<RedisResource> WithHostPort(this IResourceBuilder<RedisResource> builder, int? port) =>
        builder.WithEndpoint(RedisResource.PrimaryEndpointName, endpoint => endpoint.Port = port);

    /// <summary>The password; null for none.</summary>
    public static IResourceBuilder<RedisResource> WithPassword(this IResourceBuilder<RedisResource> builder, IResourceBuilder<ParameterResource>? password)
    {
        builder.Resource.PasswordParameter = password?.Resource;
        return builder;
    }

    // The shell puts the password in, so that it does not stand in the manifest.
    private static string CommandLine(RedisResource redis)
    {
        List<string> words = ["redis-server"];
        if (redis.PasswordParameter is not null)
            words.AddRange(["--requirepass", "$REDIS_PASSWORD"]);
        if (redis.TryGetLastAnnotation<PersistenceAnnotation>(out var persistence))
            words.AddRange(["--save", persistence.Interval.TotalSeconds.ToString(CultureInfo.InvariantCulture), persistence.KeysChanged.ToString(CultureInfo.InvariantCulture)]);
        return string.Join(' ', words);
    }

    private sealed class PersistenceAnnotation(TimeSpan interval, long keysChanged) : IResourceAnnotation
    {
        public TimeSpan Interval => interval;

        public long KeysChanged => keysChanged;
    }
}
