using System.Text;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Workers;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Sources over a network that breaks.</summary>
public sealed class SourceTests : IAsyncLifetime
{
    private const int Size = 3_000_000;
    private readonly TranscoderHost _host = new() { Settings = new() { ["Transcoder:FirstRetry"] = "00:00:00.001" } };
    private readonly byte[] _content = RandomBytes();
    private readonly string _file = Path.GetTempFileName();
    private BrokenLine _line = null!;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _line = await BrokenLine.StartAsync();
    }

    public async Task DisposeAsync()
    {
        File.Delete(_file);
        await _line.DisposeAsync();
        await ((IAsyncLifetime)_host).DisposeAsync();
    }

    private static byte[] RandomBytes()
    {
        var bytes = new byte[Size];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private async Task<(AssetUploaded Upload, string Tag)> UploadAsync()
    {
        var upload = await _host.Catalog.UploadAsync(_host.Objects, content: _content);
        var tag = "";
        _host.Catalog.Change(upload.AssetId, source =>
        {
            (tag, _line.Target) = (source.ETag, source.Url);
            return source with { Url = _line.Address };
        });
        return (upload, tag);
    }

    private Task FetchAsync(AssetUploaded upload, string tag, long bytes = Size) =>
        _host.Services.GetRequiredService<SourceFetcher>().FetchAsync(upload.AssetId, tag, bytes, _file, new Progress<double>(), default);

    [Fact]
    public async Task Fetch_LineThatBreaksAgainAndAgain_GoesOnWhereItBroke()
    {
        var (upload, tag) = await UploadAsync();
        _line.BreakAfter = 400_000;
        await FetchAsync(upload, tag);
        (await File.ReadAllBytesAsync(_file)).ShouldBe(_content);
        _line.Ranges.ShouldBe(Enumerable.Range(0, 8).Select(i => i * 400_000L));
    }

    [Fact]
    public async Task Fetch_AddressExpired_IsAskedForAnew()
    {
        var (upload, tag) = await UploadAsync();
        _line.Forbidden = 2;
        await FetchAsync(upload, tag);
        (await File.ReadAllBytesAsync(_file)).ShouldBe(_content);
    }

    [Fact]
    public async Task Fetch_StoreWithoutRanges_StartsAnew()
    {
        var (upload, tag) = await UploadAsync();
        await File.WriteAllBytesAsync(_file, _content[..1000]);
        _line.IgnoresRanges = true;
        await FetchAsync(upload, tag);
        (await File.ReadAllBytesAsync(_file)).ShouldBe(_content);
    }

    [Fact]
    public async Task Fetch_LineThatNeverWorks_IsAnOutage()
    {
        var (upload, tag) = await UploadAsync();
        _line.Forbidden = int.MaxValue;
        await Should.ThrowAsync<DependencyUnavailableException>(() => FetchAsync(upload, tag));
    }

    [Fact]
    public async Task Fetch_AnotherTagOrSize_IsRefused()
    {
        var (upload, tag) = await UploadAsync();
        await Should.ThrowAsync<SourceChangedException>(() => FetchAsync(upload, "another"));
        await Should.ThrowAsync<SourceChangedException>(() => FetchAsync(upload, tag, Size + 1));
    }

    [Fact]
    public async Task Fetch_StoreHasAnotherVersion_IsRefused()
    {
        var (upload, tag) = await UploadAsync();
        _host.Catalog.Change(upload.AssetId, source => source with { ETag = "0000" });
        await Should.ThrowAsync<SourceChangedException>(() => FetchAsync(upload, "0000"));
        tag.ShouldNotBe("0000");
    }

    [Fact]
    public async Task Fetch_MoreThanAnnounced_IsRefused()
    {
        var (upload, tag) = await UploadAsync();
        (_line.IgnoresRanges, _line.Tail) = (true, 10);
        await Should.ThrowAsync<SourceChangedException>(() => FetchAsync(upload, tag));
    }

    [Fact]
    public async Task Fetch_NoSuchAsset_SaysSo()
    {
        var (upload, tag) = await UploadAsync();
        _host.Catalog.Remove(upload.AssetId);
        await Should.ThrowAsync<AssetGoneException>(() => FetchAsync(upload, tag));
    }

    [Fact]
    public async Task Shelf_ManySlotsOfAJob_FetchOnceAndKeepItWhileItIsUsed()
    {
        var (upload, _) = await UploadAsync();
        await _host.TellAsync<AssetUploaded, TakeUpload>(upload);
        var (shelf, job) = (_host.Services.GetRequiredService<SourceShelf>(), await _host.JobAsync(upload));
        var held = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shelf.TakeAsync(job, new Progress<double>(), default)));
        held.Select(h => h.File).Distinct().Count().ShouldBe(1);
        _line.Ranges.Count.ShouldBe(1);
        shelf.Clear();
        File.Exists(held[0].File).ShouldBeTrue();
        foreach (var one in held)
            one.Dispose();
        shelf.Sweep();
        File.Exists(held[0].File).ShouldBeTrue();
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        shelf.Sweep();
        File.Exists(held[0].File).ShouldBeFalse();
    }
}
