using System.Text;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Storing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>What lies in the object store, and what does not any more.</summary>
public sealed class StoringTests : IAsyncLifetime
{
    private readonly TranscoderHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private Janitor Janitor => _host.Services.GetRequiredService<Janitor>();

    private Task<string> PutAsync(string key) => _host.Objects.PutAsync(_host.Bucket, key, new MemoryStream(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether it is what workers left for each other: transcoder/ASSET/work/….</summary>
    private static bool IsWork(string key) => key.Split('/') is [_, _, "work", ..];

    private async Task<(AssetUploaded Upload, string Prefix)> DoneAsync()
    {
        var upload = await _host.UploadAsync();
        await _host.WorkAllAsync();
        return (upload, PackageStore.PrefixOf(upload.AssetId, (await _host.JobAsync(upload)).PackageVersion!));
    }

    [Theory]
    [InlineData("master.m3u8", "application/vnd.apple.mpegurl")]
    [InlineData("manifest.mpd", "application/dash+xml")]
    [InlineData("720p/00001.m4s", "video/iso.segment")]
    [InlineData("720p/init.mp4", "video/mp4")]
    [InlineData("texts/en.vtt", "text/vtt; charset=utf-8")]
    [InlineData("extras/poster.JPG", "image/jpeg")]
    [InlineData("README", "application/octet-stream")]
    public void ContentType_OfAName_IsWhatPlayersExpect(string name, string expected) => ContentTypes.Of(name).ShouldBe(expected);

    [Fact]
    public async Task Package_InTheStore_MayBeCachedForEver()
    {
        var (_, prefix) = await DoneAsync();
        using var http = new HttpClient();
        using var response = await http.GetAsync(_host.Objects.PresignGet(_host.Bucket, prefix + "master.m3u8", TimeSpan.FromMinutes(5)));
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.apple.mpegurl");
    }

    [Fact]
    public async Task Sweep_AfterTheEnd_LeavesThePackageAlone()
    {
        var (upload, prefix) = await DoneAsync();
        await PutAsync($"transcoder/{upload.AssetId}/20200101000000-1/master.m3u8");
        (await _host.KeysAsync("transcoder/")).ShouldContain(key => IsWork(key));
        (await Janitor.SweepAsync(default)).ShouldBe(0);
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        (await Janitor.SweepAsync(default)).ShouldBeGreaterThan(0);
        (await _host.KeysAsync()).ShouldAllBe(k => k.StartsWith(prefix));
        (await _host.KeysAsync()).Count.ShouldBe(5);
        (await Janitor.SweepAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Sweep_WhileAJobRuns_TouchesNothingOfIt()
    {
        var upload = await _host.UploadAsync();
        for (var i = 0; i < 3; i++)
            await _host.WorkAsync();
        var before = await _host.KeysAsync();
        before.ShouldNotBeEmpty();
        _host.Time.Advance(TimeSpan.FromDays(3));
        await Janitor.SweepAsync(default);
        (await _host.KeysAsync()).ShouldBe(before);
        await _host.WorkAllAsync();
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Done);
    }

    [Fact]
    public async Task Sweep_AssetRemoved_DeletesItsPackageToo()
    {
        var (upload, _) = await DoneAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        await Janitor.SweepAsync(default);
        await _host.TellAsync<AssetRemoved, DropAsset>(new(upload.AssetId, upload.TitleId, _host.Time.GetUtcNow()));
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        await Janitor.SweepAsync(default);
        (await _host.KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_ObjectsOfNobody_GoWhenTheyAreOld()
    {
        var (upload, prefix) = await DoneAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        await Janitor.SweepAsync(default);
        await PutAsync($"transcoder/{Guid.CreateVersion7()}/1/master.m3u8");
        await PutAsync($"transcoder/{upload.AssetId}/work/late/chunk.mp4");
        await PutAsync("transcoder/notes.txt");
        _host.Time.Advance(TimeSpan.FromMinutes(10));
        await Janitor.SweepAsync(default);
        (await _host.KeysAsync()).Count.ShouldBe(8);
        _host.Time.Advance(TimeSpan.FromDays(1));
        (await Janitor.SweepAsync(default)).ShouldBe(2);
        (await _host.KeysAsync()).Where(k => !k.StartsWith(prefix)).ShouldBe(["transcoder/notes.txt"]);
    }

    [Fact]
    public async Task Sweep_ByManyReplicas_ClearsEachJobOnce()
    {
        for (var i = 0; i < 6; i++)
            await DoneAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        var (work, swept) = ((await _host.KeysAsync()).Count(IsWork), await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Janitor.SweepAsync(default))));
        swept.Sum().ShouldBe(work);
        (await _host.QueryAsync(db => db.Jobs.CountAsync(j => j.ClearedAt == null))).ShouldBe(0);
    }

    [Theory]
    [InlineData("running", null, "work/1/x", true)]
    [InlineData("running", null, "20260101000000-1/master.m3u8", true)]
    [InlineData("done", "20260101000000-2", "20260101000000-2/master.m3u8", true)]
    [InlineData("done", "20260101000000-2", "20260101000000-1/master.m3u8", false)]
    [InlineData("done", "20260101000000-2", "20260101000000-21/master.m3u8", false)]
    [InlineData("done", "20260101000000-2", "work/1/x", false)]
    [InlineData("removed", "20260101000000-2", "20260101000000-2/master.m3u8", false)]
    [InlineData("failed", null, "work/1/x", false)]
    public void IsNeeded_ByState_IsAsWritten(string state, string? version, string name, bool needed)
    {
        var job = new TranscodeJob(new(Guid.CreateVersion7(), Guid.CreateVersion7(), AssetKinds.Feature, "film.mp4", 1, false, [], 5, DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch);
        job.Start(DateTimeOffset.UnixEpoch);
        if (version is not null)
            job.Finish(new(version, "p/", 1, "h", null, "d", null, [], [], [], "poster", null, null, [], 1), DateTimeOffset.UnixEpoch);
        if (state == "failed")
            job.Fail("It fell over.", DateTimeOffset.UnixEpoch);
        if (state == "removed")
            job.Remove(DateTimeOffset.UnixEpoch);
        Leftovers.IsNeeded($"transcoder/{job.AssetId}/{name}", job).ShouldBe(needed);
    }

    [Theory]
    [InlineData("transcoder/0199c0de-0000-7000-8000-000000000001/1/x", true)]
    [InlineData("transcoder/0199c0de-0000-7000-8000-000000000001", false)]
    [InlineData("transcoder/notes.txt", false)]
    [InlineData("catalog/0199c0de-0000-7000-8000-000000000001/source", false)]
    public void AssetOf_KeysOfOthers_IsNone(string key, bool ours) => (Leftovers.AssetOf(key) is not null).ShouldBe(ours);
}
