using System.Text;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Streamix.Media.Tests.Drm.Hosting;
using Streamix.Testing.Tokens;
using V1 = Streamix.Media.Contracts.Keys.V1;

namespace Streamix.Media.Tests.Drm;

/// <summary>The real server, where answers are sent while keys are overwritten.</summary>
public sealed class OverSocketsTests : IAsyncLifetime
{
    private readonly DrmHost _host = new();
    private string _http = "";
    private string _grpc = "";

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _host.UseKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        _host.StartServer();
        string[] addresses = [.. _host.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
        (_http, _grpc) = (addresses[0], addresses[1]);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Keys_ProvidedAndLicensedByManyAtOnce_ArriveWhole()
    {
        var orders = Enumerable.Range(0, 20).Select(_ => Scene.Order(Scene.AllTiers)).ToArray();
        var (transcoder, context) = (Calls("media-transcoder"), Calls("streaming-playback-context"));
        var first = await Task.WhenAll(orders.Select(o => transcoder.ProvideAsync(o).ResponseAsync));
        (await Task.WhenAll(orders.Select(o => transcoder.ProvideAsync(o).ResponseAsync))).ShouldBe(first);
        first.SelectMany(p => p.Keys).ShouldAllBe(k => k.Key.Any(b => b != 0));

        await Parallel.ForEachAsync(orders.Zip(first), async (scene, token) =>
        {
            var played = new Scene(_host, Guid.Parse(scene.First.AssetId), scene.Second);
            var playback = (await context.AuthoriseAsync(played.Playback(), cancellationToken: token)).Token;
            using var answer = await LicenseAsync(playback, $$"""{"kids":[{{string.Join(',', Scene.AllTiers.Select(t => $"\"{played.Kid(t)}\""))}}],"type":"temporary"}""");
            (await answer.ShouldBeAsync(200)).GetProperty("keys").EnumerateArray().ToDictionary(k => k.GetProperty("kid").GetString()!, k => k.GetProperty("k").GetString()!)
                .ShouldBe(played.Provided.Keys.ToDictionary(k => Scene.Text(k.KeyId), k => Scene.Text(k.Key)), ignoreOrder: true);
        });
    }

    [Fact]
    public async Task License_TooLong_Is413()
    {
        var order = Scene.Order("sd");
        var scene = new Scene(_host, Guid.Parse(order.AssetId), await Calls("media-transcoder").ProvideAsync(order));
        var token = (await Calls("streaming-playback-context").AuthoriseAsync(scene.Playback())).Token;
        using var answer = await LicenseAsync(token, $"{{\"kids\":[\"{scene.Kid("sd")}\"]}}{new string(' ', 9000)}");
        await answer.ShouldBeAsync(413);
    }

    private async Task<HttpResponseMessage> LicenseAsync(string token, string body)
    {
        using var client = new HttpClient { BaseAddress = new(_http) };
        client.DefaultRequestHeaders.Add("Playback-Token", token);
        return await client.PostAsync("/drm/clearkey", new ByteArrayContent(Encoding.UTF8.GetBytes(body)));
    }

    private V1.Keys.KeysClient Calls(string service)
    {
        var http = new HttpClient();
        http.AsService(_host.Tokens.Service(service));
        return new(GrpcChannel.ForAddress(_grpc, new() { HttpClient = http }));
    }
}
