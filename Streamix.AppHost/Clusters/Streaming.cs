namespace Streamix.AppHost.Clusters;

internal static class Streaming
{
    private const string Renditions = "media-renditions";

    /// <summary>What the gateway calls the viewer's country when a trusted edge has told it.</summary>
    private const string CountryHeader = "Streamix-Country";

    /// <summary>On this machine; in the cloud packages come from CloudFront.</summary>
    private const int Edges = 2;

    public static void AddStreaming(this Platform platform)
    {
        if (!platform.Options.Includes("streaming")) return;

        var rights = platform.AddService<Projects.Streamix_Streaming_Rights>("streaming-rights")
            .WithDatabase(platform)
            .WithBus(platform)
            .WithCache(platform)
            .HoldsPersonalData(platform)
            .WithGrpc();

        platform.AddService<Projects.Streamix_Streaming_WatchHistory>("streaming-watch-history")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithGrpc();

        platform.AddService<Projects.Streamix_Streaming_PlaybackContext>("streaming-playback-context")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithBucket(platform, Renditions, "Playback__Renditions")
            .WithEnvironment("Playback__CountryHeader", CountryHeader);

        var orchestrator = platform.AddService<Projects.Streamix_Streaming_CdnOrchestrator>("streaming-cdn-orchestrator")
            .WithDatabase(platform)
            .WithBus(platform)
            .WithGrpc()
            .WithPathKey(platform);

        if (platform.Builder.ExecutionContext.IsPublishMode)
        {
            orchestrator.WithCloudFront(platform);
            return;
        }

        // Addresses of this machine and its network are in no country.
        rights.WithEnvironment("Rights__HomeWhenUnknown", "true");
        for (var i = 1; i <= Edges; i++) platform.Edges.Add(platform.AddEdge($"streaming-edge-{i}", platform.Ports.Edge(i)));
    }

    private static IResourceBuilder<ProjectResource> AddEdge(this Platform platform, string name, int port) =>
        platform.AddService<Projects.Streamix_Streaming_Edge>(name)
            .WithEndpoint(port, port, scheme: "tcp", name: "edge", isProxied: false)
            .WithEnvironment("Edge__Port", port.ToString())
            .WithEnvironment("Edge__PublicAddress", $"http://localhost:{port.ToString()}/")
            .WithEnvironment("Edge__Data", Path.Combine(platform.Options.DataFolder, name))
            .WithBucket(platform, Renditions, "Edge__Renditions")
            .WithPathKey(platform);

    /// <summary>The secret that paths are signed with, which edges and their orchestrator share.</summary>
    private static IResourceBuilder<ProjectResource> WithPathKey(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithEnvironment("Edges__Keys__0", platform.Secrets.Password("streaming-path-key"));

    /// <summary>The operator makes the key pair; the distribution trusts its public half. Administrators make the edge known, as they would any other.</summary>
    private static void WithCloudFront(this IResourceBuilder<ProjectResource> orchestrator, Platform platform) => orchestrator
        .WithEnvironment("Edges__CloudFront__KeyPairId", platform.Builder.AddParameter("cloudfront-key-pair-id"))
        .WithEnvironment("Edges__CloudFront__PrivateKey", platform.Builder.AddParameter("cloudfront-private-key", secret: true));
}
