using Streamix.LocalS3;
using Streamix.ServiceDefaults.Storage;
using Streamix.Streaming.Tests.Edge.Hosting;

namespace Streamix.Streaming.Tests.Edge;

/// <summary>From a real S3 server to the viewer.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task Get_OfAnObjectInS3_ArrivesWithItsType()
    {
        var folder = Directory.CreateTempSubdirectory("edge-objects").FullName;
        await using var server = await LocalS3App.CreateAsync(
            ["--urls=http://127.0.0.1:0", $"--S3:Data={folder}", "--S3:AccessKey=key", "--S3:SecretKey=long-secret", "--Logging:LogLevel:Default=None"]);
        await server.StartAsync();
        var host = new EdgeHost
        {
            OwnStore = false,
            Settings = { ["ConnectionStrings:objects"] = $"Endpoint={server.Urls.Single()};AccessKey=key;SecretKey=long-secret;Region=us-east-1" },
        };
        await host.InitializeAsync();
        var store = host.Get<IObjectStore>();
        await store.EnsureBucketAsync("media-renditions");
        var content = new byte[300_000];
        Random.Shared.NextBytes(content);
        await store.PutAsync("media-renditions", TokenTable.Prefix + TokenTable.Segment, new MemoryStream(content), new("video/iso.segment"));

        using var response = await host.GetAsync(TokenTable.Segment);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        response.Content.Headers.ContentType!.ToString().ShouldBe("video/iso.segment");
        response.Headers.ETag.ShouldNotBeNull();
        using var none = await host.GetAsync("video/480p/none.m4s");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await ((IAsyncLifetime)host).DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
