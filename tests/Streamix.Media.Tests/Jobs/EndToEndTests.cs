using Streamix.Media.Contracts.Assets;
using Streamix.Media.Tests.Pipeline;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Testing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Real films through the real pipeline, shared by two replicas.</summary>
public sealed class EndToEndTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly TranscoderHost _host = new() { RealPipeline = true, Slots = 1, Settings = new(RealTools) };

    internal static Dictionary<string, string> RealTools { get; } = new()
    {
        ["Transcoder:Packager"] = PipelineHost.Packager,
        ["Transcoder:Preset"] = "ultrafast",
        ["Transcoder:Chunk"] = "00:00:01",
        ["Transcoder:Threads"] = "1",
    };

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private async Task<AssetUploaded> UploadAsync(byte[] content, bool encrypt = false)
    {
        var upload = await _host.Catalog.UploadAsync(_host.Objects, encrypt: encrypt, content: content);
        await _host.TellAsync<AssetUploaded, TakeUpload>(upload);
        return upload;
    }

    private async Task<MediaPackage> DoneAsync(AssetUploaded upload)
    {
        await Until.TrueAsync(async () => (await _host.JobAsync(upload)).State.HasEnded(), "the job has ended", Patience);
        var job = await _host.JobAsync(upload);
        job.State.ShouldBe(JobState.Done, string.Join('\n', await _host.LogAsync(upload)));
        return Json.Read<MediaPackage>(job.Package!);
    }

    [Fact]
    public async Task Film_OfTwoSeconds_PlaysFromTheStore()
    {
        await using var second = new TranscoderHost
        {
            RealPipeline = true, Slots = 1, Settings = new(RealTools), Database = _host.Database, Bucket = _host.Bucket, ScratchRoot = _host.ScratchRoot, Catalog = _host.Catalog,
        };
        await second.StartAsync();
        var package = await DoneAsync(await UploadAsync(await Films.MakeAsync(seconds: 2)));
        package.Duration.ShouldBe(2, 0.04);
        package.Video.ShouldNotBeEmpty();
        (package.Audio.Count, package.Protection).ShouldBe((1, null));

        var folder = Directory.CreateTempSubdirectory("jobs-package");
        await DownloadAsync(package.Prefix, folder.FullName);
        (await Films.FramesAsync(Path.Combine(folder.FullName, package.Hls))).ShouldBe(50);
        File.Exists(Path.Combine(folder.FullName, package.Poster)).ShouldBeTrue();
        Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length).ShouldBe(package.Bytes);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Film_Protected_IsEncryptedAndSaysNoKey()
    {
        var upload = await UploadAsync(await Films.MakeAsync(seconds: 2), encrypt: true);
        var package = await DoneAsync(upload);
        package.Protection!.Scheme.ShouldBe("cenc");
        package.HlsClearKey.ShouldNotBeNull();
        await using var mpd = await _host.Objects.GetAsync(_host.Bucket, package.Prefix + package.Dash);
        var text = await new StreamReader(mpd!.Content).ReadToEndAsync();
        text.ShouldContain("urn:mpeg:dash:mp4protection:2011");
        text.ShouldNotContain(FakeKeys.Key, Case.Insensitive);
        (await _host.LogAsync(upload)).ShouldAllBe(line => !line.Contains(FakeKeys.Key));
    }

    [Fact]
    public async Task File_ThatIsNoFilm_IsRejectedWithAReason()
    {
        var bytes = new byte[50_000];
        new Random(1).NextBytes(bytes);
        var upload = await UploadAsync(bytes);
        await Until.TrueAsync(async () => (await _host.JobAsync(upload)).State == JobState.Rejected, "it is rejected", Patience);
        (await _host.EventsAsync(upload)).ShouldHaveSingleItem().Type.ShouldBe("media.asset.rejected");
        (await _host.JobAsync(upload)).Reason.ShouldNotBeNullOrWhiteSpace();
    }

    private async Task DownloadAsync(string prefix, string folder)
    {
        foreach (var key in await _host.KeysAsync(prefix))
        {
            var path = Path.Combine(folder, key[prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var stored = await _host.Objects.GetAsync(_host.Bucket, key);
            await using var file = File.Create(path);
            await stored!.Content.CopyToAsync(file);
        }
    }
}
