namespace Streamix.AppHost.Clusters;

/// <summary>The apps of people, built files behind the gateway. With <c>--vite</c> their sources instead, as they change.</summary>
internal static class Frontend
{
    private const string Workspace = "../services/frontend";

    /// <summary>Vite's pages carry scripts and styles of their own and hear of changes by a socket: none of that is allowed to what is built.</summary>
    private const string VitePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static void AddFrontend(this Platform platform)
    {
        if (!platform.Options.Includes("frontend")) return;

        platform.AddPages("web-app", "/");
        platform.AddPages("admin-tool", "/admin/");
    }

    private static void AddPages(this Platform platform, string app, string path) =>
        platform.Pages.Add(platform.Options.Vite ? platform.AddSources(app, path) : platform.AddBuilt(app, path));

    private static IResourceBuilder<IResourceWithServiceDiscovery> AddSources(this Platform platform, string app, string path) =>
        platform.Builder.AddViteApp($"frontend-{app}", $"{Workspace}/{app}").WithNpm(install: false).WithHttpHealthCheck(path);

    private static IResourceBuilder<IResourceWithServiceDiscovery> AddBuilt(this Platform platform, string app, string path) =>
        platform.AddHost<Projects.Streamix_Frontend_Pages>($"frontend-{app}")
            .WithEnvironment("Pages__Base", path)
            .WithEnvironment("Pages__Root", platform.Builder.ExecutionContext.IsRunMode
                ? Path.GetFullPath(Path.Combine(platform.Builder.AppHostDirectory, Workspace, app, "dist"))
                : $"apps/{app}");

    /// <summary>Once everybody is in the graph: which other sites the pages talk to.</summary>
    public static void IntroducePages(this Platform platform)
    {
        if (platform.Pages.Count == 0) return;
        var (media, uploads) = (platform.MediaOrigins(), platform.UploadOrigins());
        foreach (var pages in platform.Pages.OfType<IResourceBuilder<ProjectResource>>())
        {
            for (var i = 0; i < media.Count; i++) pages.WithEnvironment($"Pages__Origins__Media__{i}", media[i]);
            for (var i = 0; i < uploads.Count; i++) pages.WithEnvironment($"Pages__Origins__Uploads__{i}", uploads[i]);
        }
        if (platform.Find("infra-gateway") is not { } gateway) return;
        foreach (var pages in platform.Pages) gateway.WithReference(pages);
        if (platform.Options.Vite) gateway.WithEnvironment("Gateway__Edge__PagePolicy", ViteMayReach(media, uploads));
    }

    /// <summary>The edges of this machine; in the cloud that of the stack.</summary>
    private static List<ReferenceExpression> MediaOrigins(this Platform platform) =>
        platform.Builder.ExecutionContext.IsPublishMode
            ? platform.InTheCloud("streaming-cdn-orchestrator", "package-origin")
            : [.. platform.Edges.Select(edge => ReferenceExpression.Create($"http://localhost:{edge.GetEndpoint("edge").Property(EndpointProperty.Port)}"))];

    /// <summary>Sources of films go straight into their bucket.</summary>
    private static List<ReferenceExpression> UploadOrigins(this Platform platform) =>
        platform.Builder.ExecutionContext.IsPublishMode ? platform.InTheCloud("media-catalog", "upload-origin")
        : platform.Find("media-catalog") is null ? []
        : [ReferenceExpression.Create($"{platform.Backing.ObjectsDoor}")];

    private static List<ReferenceExpression> InTheCloud(this Platform platform, string service, string origin) =>
        platform.Find(service) is null ? [] : [ReferenceExpression.Create($"{platform.Builder.AddParameter(origin)}")];

    private static ReferenceExpression ViteMayReach(IEnumerable<ReferenceExpression> media, IEnumerable<ReferenceExpression> uploads)
    {
        var (seen, reached) = (Joined(media), Joined(media.Concat(uploads)));
        return ReferenceExpression.Create($"{VitePolicy}; img-src 'self' blob: data:{seen}; media-src 'self' blob:{seen}; connect-src 'self' ws:{reached}");
    }

    private static ReferenceExpression Joined(IEnumerable<ReferenceExpression> origins) =>
        origins.Aggregate(ReferenceExpression.Create($""), (all, origin) => ReferenceExpression.Create($"{all} {origin}"));
}
