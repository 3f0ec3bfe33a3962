using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Testing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>From the upload to each of its ends, by slots that work on their own.</summary>
public sealed class FlowTests : IAsyncLifetime
{
    private readonly TranscoderHost _host = new() { Slots = 2, Settings = new() { ["Transcoder:MostFailures"] = "3" } };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Upload_Whole_BecomesAPackageAndAnEvent()
    {
        var upload = await _host.UploadAsync();
        await _host.StateAsync(upload, JobState.Done);
        var job = await _host.JobAsync(upload);
        var (type, body) = (await _host.EventsAsync(upload)).ShouldHaveSingleItem();
        type.ShouldBe("media.asset.transcoded");
        var package = body.GetProperty("package");
        package.GetProperty("version").GetString().ShouldBe(job.PackageVersion);
        var prefix = package.GetProperty("prefix").GetString()!;
        prefix.ShouldBe($"transcoder/{upload.AssetId}/{job.PackageVersion}/");
        (await _host.KeysAsync(prefix)).Select(k => k[prefix.Length..])
            .ShouldBe(["1080p/00001.m4s", "180p/00001.m4s", "extras/poster.jpg", "manifest.mpd", "master.m3u8"], ignoreOrder: true);
        package.GetProperty("markers").EnumerateArray().Select(m => m.GetProperty("kind").GetString()).ShouldBe(["intro", "chapter"]);
        package.TryGetProperty("protection", out _).ShouldBeFalse();
        (job.Fraction, job.EndedAt is not null).ShouldBe((1, true));
    }

    [Fact]
    public async Task Package_OfChunksFromManyHands_IsJoinedInOrder()
    {
        _host.Pipeline.Chunks = 9;
        var upload = await _host.UploadAsync();
        await _host.StateAsync(upload, JobState.Done);
        await using var stored = await _host.Objects.GetAsync(_host.Bucket, $"transcoder/{upload.AssetId}/{(await _host.JobAsync(upload)).PackageVersion}/180p/00001.m4s");
        (await new StreamReader(stored!.Content).ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(Enumerable.Range(0, 9).Select(i => $"180p of chunk {i}"));
        stored.Facts.ContentType.ShouldBe("video/iso.segment");
    }

    [Fact]
    public async Task SameUpload_ThreeTimes_IsOneJob()
    {
        var upload = await _host.UploadAsync();
        await _host.TellAsync<AssetUploaded, TakeUpload>(upload);
        await _host.StateAsync(upload, JobState.Done);
        await _host.TellAsync<AssetUploaded, TakeUpload>(upload);
        _host.Pipeline.Calls.Count(c => c == "package").ShouldBe(1);
        (await _host.EventsAsync(upload)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Protected_Upload_IsPackagedWithTheKeysOfItsTiers()
    {
        var upload = await _host.UploadAsync(encrypt: true);
        await _host.StateAsync(upload, JobState.Done);
        var request = _host.Keys.Requests.ShouldHaveSingleItem();
        (request.AssetId, request.Scheme, string.Join(' ', request.Tiers)).ShouldBe((upload.AssetId.ToString(), "cenc", "audio sd hd"));
        Convert.ToHexStringLower(_host.Pipeline.Protection!.Keys[0].Key).ShouldBe(FakeKeys.Key);
        var package = Json.Read<MediaPackage>((await _host.JobAsync(upload)).Package!);
        package.HlsClearKey.ShouldBe("clearkey.m3u8");
        package.Protection!.Keys.OrderBy(k => k.Value).Select(k => (k.Key, k.Value[..2])).ShouldBe([("audio", "01"), ("sd", "02"), ("hd", "03")]);
    }

    [Fact]
    public async Task Texts_BesideTheSource_AreInThePackage()
    {
        var upload = await _host.UploadAsync(texts: [("en", "WEBVTT"), ("pt-BR", "WEBVTT\n\nolá")]);
        await _host.StateAsync(upload, JobState.Done);
        var package = Json.Read<MediaPackage>((await _host.JobAsync(upload)).Package!);
        package.Texts.Select(t => (t.Language, t.Path)).ShouldBe([("en", "texts/text-0.vtt"), ("pt-BR", "texts/text-1.vtt")]);
        await using var stored = await _host.Objects.GetAsync(_host.Bucket, package.Prefix + "texts/text-1.vtt");
        (await new StreamReader(stored!.Content).ReadToEndAsync()).ShouldContain("olá");
    }

    [Theory]
    [InlineData("probe")]
    [InlineData("chunk 1")]
    public async Task BadFile_AtAnyStep_IsRejectedOnceForGood(string at)
    {
        _host.Pipeline.Step = (step, _) => step == at ? throw new RejectedException("damaged", "The file is damaged after 3 seconds.") : Task.CompletedTask;
        var upload = await _host.UploadAsync();
        await _host.StateAsync(upload, JobState.Rejected);
        var (type, body) = (await _host.EventsAsync(upload)).ShouldHaveSingleItem();
        (type, body.GetProperty("code").GetString(), body.GetProperty("reason").GetString()).ShouldBe(("media.asset.rejected", "damaged", "The file is damaged after 3 seconds."));
        _host.Pipeline.Calls.Count(c => c == at).ShouldBe(1);
        (await _host.Queue().TakeAsync("w", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Failing_LessOftenThanItMay_IsDoneInTheEnd()
    {
        var left = 2;
        _host.Pipeline.Step = (step, _) => step == "chunk 1" && Interlocked.Decrement(ref left) >= 0 ? throw new PipelineException("The tool fell over.") : Task.CompletedTask;
        var upload = await _host.UploadAsync();
        await _host.StateAsync(upload, JobState.Done);
        (await _host.TasksAsync(upload)).Single(t => t.Name == "Chunk 1").Failures.ShouldBe(2);
        (await _host.LogAsync(upload)).Count(l => l.Contains("The tool fell over.")).ShouldBe(2);
    }

    [Fact]
    public async Task Failing_AsOftenAsItMay_EndsTheJobAndTellsWhy()
    {
        _host.Pipeline.Step = (step, _) => step == "audio en-stereo" ? throw new PipelineException("The tool fell over at /tmp/secret/place/source.") : Task.CompletedTask;
        var upload = await _host.UploadAsync();
        await _host.StateAsync(upload, JobState.Failed);
        var (type, body) = (await _host.EventsAsync(upload)).ShouldHaveSingleItem();
        (type, body.GetProperty("outcome").GetString(), body.GetProperty("reason").GetString()).ShouldBe(("media.asset.transcode-ended", "failed", "The tool fell over at …source."));
        _host.Pipeline.Calls.Count(c => c == "audio en-stereo").ShouldBe(3);
    }

    [Fact]
    public async Task KeysAway_ForLongerThanFailuresMay_IsWaitedFor()
    {
        _host.Keys.Down = true;
        var upload = await _host.UploadAsync(encrypt: true);
        await Until.TrueAsync(() => _host.Keys.Requests.Count > 5, "the keys were asked for again and again");
        _host.Keys.Down = false;
        await _host.StateAsync(upload, JobState.Done);
        (await _host.TasksAsync(upload)).Single(t => t.Kind == TaskKind.Finish).Failures.ShouldBe(0);
    }

    [Fact]
    public async Task CatalogAway_IsWaitedFor()
    {
        _host.Catalog.Down = true;
        var upload = await _host.UploadAsync();
        await Until.TrueAsync(async () => (await _host.LogAsync(upload)).Exists(l => l.Contains("does not answer")), "it waits");
        _host.Catalog.Down = false;
        await _host.StateAsync(upload, JobState.Done);
    }

    [Fact]
    public async Task AssetGone_BeforeItWasTold_IsCancelled()
    {
        var upload = await _host.Catalog.UploadAsync(_host.Objects);
        _host.Catalog.Remove(upload.AssetId);
        await _host.TellAsync<AssetUploaded, TakeUpload>(upload);
        await _host.StateAsync(upload, JobState.Cancelled);
        (await _host.EventsAsync(upload)).ShouldHaveSingleItem().Body.GetProperty("outcome").GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task Progress_WhileItRuns_IsToldInOrderAndNotTooOften()
    {
        var gate = new TaskCompletionSource();
        _host.Pipeline.Step = (step, token) => step == "chunk 2" ? gate.Task.WaitAsync(token) : Task.CompletedTask;
        var upload = await _host.UploadAsync();
        await Until.TrueAsync(async () => (await _host.EventsAsync(upload, progress: true)).Exists(e => e.Body.GetProperty("renditions").GetArrayLength() == 2), "progress by rendition was told");
        gate.SetResult();
        await _host.StateAsync(upload, JobState.Done);
        var told = (await _host.EventsAsync(upload, progress: true)).ConvertAll(e => Json.Read<AssetProgressed>(e.Body.GetRawText()));
        told.Select(p => p.Sequence).ShouldBe(Enumerable.Range(1, told.Count).Select(i => (long)i));
        told.Select(p => p.Fraction).ShouldBe(told.Select(p => p.Fraction).Order());
        told.Zip(told.Skip(1)).ShouldAllBe(pair => pair.Second.At - pair.First.At >= TimeSpan.FromMilliseconds(100));
        told[^1].Renditions.Select(r => r.Name).ShouldBe(["180p", "1080p"]);
    }

    [Theory]
    [InlineData(20, JobState.Done)] // one task at a time
    [InlineData(1, JobState.Failed)] // not even that
    public async Task Scratch_WithLittleRoom_IsSharedOrRefused(int megabytes, object expected)
    {
        await using var host = new TranscoderHost { Slots = 3, Settings = new() { ["Transcoder:ScratchLimit"] = $"{megabytes * 1024 * 1024}" } };
        await host.InitializeAsync();
        var upload = await host.UploadAsync();
        await Until.TrueAsync(async () => (await host.JobAsync(upload)).State.HasEnded(), "the job has ended");
        var job = await host.JobAsync(upload);
        (job.State, job.Reason?.Contains("scratch space")).ShouldBe(((JobState)expected, expected is JobState.Failed ? true : null));
        (await host.TasksAsync(upload)).Sum(t => t.Failures).ShouldBe(expected is JobState.Failed ? 1 : 0);
    }
}
