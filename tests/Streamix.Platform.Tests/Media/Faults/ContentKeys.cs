using Aspire.Hosting.Testing;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Streamix.Media.Contracts.Keys.V1;
using Streamix.Platform.Tests.Accounts;
using Streamix.Platform.Tests.Accounts.Routes;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Media.Faults;

/// <summary>Opens what is protected, with the keys that the packager had.</summary>
internal sealed class ContentKeys(GrpcChannel channel, string token) : IDisposable
{
    private static readonly string Packager = Directory.GetFiles(Repository.PathOf(".streamix", "tools", "node_modules", "shaka-packager", "bin"), OperatingSystem.IsMacOS() ? "packager-osx-*" : "packager-linux-x64").First();

    public static async Task<ContentKeys> AskAsync(AccountsGraph graph) =>
        new(GrpcChannel.ForAddress(graph.Application.GetEndpoint("media-drm", "grpc")), await PlatformKey.ServiceTokenAsync(graph, "media-transcoder"));

    public async Task OpenAsync(Film film, string tier, string file, string target)
    {
        var request = new ProvideRequest { AssetId = film.Asset.ToString(), TitleId = film.Title.ToString(), Scheme = "cenc", Tiers = { tier } };
        var key = (await new Keys.KeysClient(channel).ProvideAsync(request, new Metadata { { "streamix-service-token", token } })).Keys.Single();
        await Tools.RunAsync(Packager, $"in={file},stream=video,output={target}", "--enable_raw_key_decryption", $"--keys=label=:key_id={Hex(key.KeyId)}:key={Hex(key.Key)}");
    }

    public void Dispose() => channel.Dispose();

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);
}
