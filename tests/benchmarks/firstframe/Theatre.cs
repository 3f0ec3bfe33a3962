using System.Globalization;
using Streamix.Benchmarks.Edge;
using Streamix.Benchmarks.LocalS3;
using Streamix.Benchmarks.Starts;
using Streamix.Benchmarks.Viewers;
using Streamix.Benchmarks.Workers;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Data;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.FirstFrame;

/// <summary>One film on the real services, gateway and edge included, and a clear copy of it on plain nginx.</summary>
internal sealed class Theatre(Stack<IAsyncDisposable> parts, Platform platform, Site site, Service gateway, Title title, Uri plain) : IAsyncDisposable
{
    private static readonly string GatewayFolder = Repository.PathOf("services", "infra", "Streamix.Infra.Gateway");

    public Platform Platform => platform;

    public string Site => site.Origin;

    /// <summary>As the page knows it.</summary>
    public Uri Gateway { get; } = new($"http://localhost:{gateway.Address.Port}");

    public Guid TitleId => title.Id;

    /// <summary>An address of the clear copy.</summary>
    public string Plain(string manifest) => new Uri(plain, manifest).ToString();

    public static async Task<Theatre> OpenAsync(string folder, ServerUnderTest server, int lines)
    {
        Stack<IAsyncDisposable> parts = new();
        try
        {
            using Store store = new(server.Address);
            var source = await store.TakeAsync((await LongFilm.MakeAsync(folder, minutes: 1, lines)).Long);
            var platform = Keep(await Platform.StartAsync(store.ConnectionString, probe: true));
            var (title, clear) = await PackageAsync(platform, source, folder);
            var files = Directory.CreateDirectory(Path.Combine(folder, "files", clear.Prefix)).FullName;
            await store.GiveAsync(PackageRun.Bucket, clear.Prefix, files);
            var nginx = Keep(await Nginx.StartAsync(Path.Combine(folder, "nginx"), Path.Combine(folder, "files"), workers: 2));
            var site = Keep(await FirstFrame.Site.StartAsync());
            await StartEdgeAsync(platform, folder);
            return new(parts, platform, site, await StartGatewayAsync(platform, site.Origin), title, new(nginx.Address, clear.Prefix));
        }
        catch
        {
            await CloseAsync(parts);
            throw;
        }

        T Keep<T>(T part) where T : IAsyncDisposable
        {
            parts.Push(part);
            return part;
        }
    }

    public ValueTask DisposeAsync() => CloseAsync(parts);

    /// <summary>Encrypted for the services, in the clear for the reference.</summary>
    private static async Task<(Title, MediaPackage Clear)> PackageAsync(Platform platform, AssetSource source, string folder)
    {
        var database = await platform.MigratedAsync<TranscoderDb>(options => new(options));
        await using var transcoder = await platform.AddAsync("Streamix.Media.Transcoder.dll", "media-transcoder", new(PackageRun.Settings(database, Path.Combine(folder, "scratch")), StringComparer.Ordinal)
        {
            ["services__media-drm__grpc__0"] = platform.Drm.Grpc.ToString(),
        });
        PackageRun run = new(database, platform.Neighbours);
        var (asset, package) = await run.MakeAsync(source, isProtected: true);
        var title = Title.Of(package, asset);
        platform.Neighbours.Titles[title.Id] = title;
        return (title, (await run.MakeAsync(source, isProtected: false)).Package);
    }

    private static async Task StartEdgeAsync(Platform platform, string folder)
    {
        var port = FreePorts.Take();
        await platform.AddAsync("Streamix.Streaming.Edge.dll", "streaming-edge-1", new(StringComparer.Ordinal)
        {
            ["Edge__Data"] = Path.Combine(folder, "edge"), ["Edge__Port"] = port.ToString(CultureInfo.InvariantCulture), ["Edge__Renditions"] = PackageRun.Bucket,
            ["Edges__Keys__0"] = Platform.PathSecret, ["services__streaming-cdn-orchestrator__http__0"] = platform.Orchestrator.Address.ToString(),
        });
    }

    private static Task<Service> StartGatewayAsync(Platform platform, string origin)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal)
        {
            ["Gateway__Sessions__Check"] = "false", // there is no session service; signatures and the deny list decide
            ["Gateway__Edge__Origins__0"] = origin,
            ["services__streaming-playback-context__http__0"] = platform.Playbacks.Address.ToString(),
            ["services__streaming-cdn-orchestrator__http__0"] = platform.Orchestrator.Address.ToString(),
            ["services__media-drm__http__0"] = platform.Drm.Address.ToString(),
        };
        foreach (var key in from name in (string[])["default", "write", "events"] from who in (string[])["User", "Address"] from size in (string[])["Permits", "Burst"] select $"Gateway__Limits__Classes__{name}__{who}__{size}")
            settings[key] = "1000000";
        return platform.AddAsync("Streamix.Infra.Gateway.dll", "infra-gateway", settings, "--contentRoot", GatewayFolder);
    }

    private static async ValueTask CloseAsync(Stack<IAsyncDisposable> parts)
    {
        while (parts.TryPop(out var part))
            await part.DisposeAsync();
    }
}
