using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Storing;
using Streamix.Testing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>kill -9 of real processes at each stage of real work.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly TranscoderHost _host = new();
    private readonly List<TranscoderProcess> _processes = [];
    private readonly Random _random = new(11);
    private WebApplication _catalog = null!;

    public async Task InitializeAsync()
    {
        await _host.StartAsync();
        _catalog = await TranscoderProcess.ServeAsync(_host.Catalog);
    }

    public async Task DisposeAsync()
    {
        _processes.ForEach(p => p.Dispose());
        await _catalog.DisposeAsync();
        await ((IAsyncLifetime)_host).DisposeAsync();
    }

    private async Task StartAsync() => _processes.Add(TranscoderProcess.Start(_catalog.Urls.Single(), new Dictionary<string, string>(EndToEndTests.RealTools)
    {
        ["ConnectionStrings:media-transcoder-db"] = _host.Database,
        ["ConnectionStrings:objects"] = await ObjectServer.SharedAsync(),
        ["Transcoder:Renditions"] = _host.Bucket,
        ["Transcoder:Scratch"] = _host.ScratchRoot,
        ["Transcoder:Lease"] = "00:00:02",
        ["Transcoder:Heartbeat"] = "00:00:00.200",
        ["Transcoder:Poll"] = "00:00:00.100",
        ["Auth:Jwks"] = _host.Tokens.Jwks,
    }));

    private async Task KillOneAsync()
    {
        var victim = _processes[_random.Next(_processes.Count)];
        _processes.Remove(victim);
        victim.Dispose();
        await StartAsync();
    }

    private Task LeasedAsync(TaskKind kind) => Until.TrueAsync(
        () => _host.QueryAsync(db => db.Tasks.AnyAsync(t => t.Worker != null && t.Kind == kind)), $"{kind} is under way", Patience);

    [Fact]
    public async Task Kill9_AtEachStage_EachTitleIsReadyOnceAndNothingIsLeft()
    {
        List<AssetUploaded> uploads = [];
        for (var i = 0; i < 2; i++)
        {
            uploads.Add(await _host.Catalog.UploadAsync(_host.Objects, content: await Films.MakeAsync(seconds: 6)));
            await _host.TellAsync<AssetUploaded, TakeUpload>(uploads[i]);
        }
        await StartAsync();
        await StartAsync();
        foreach (var kind in (TaskKind[])[TaskKind.Prepare, TaskKind.Audio, TaskKind.Chunk, TaskKind.Chunk, TaskKind.Finish])
        {
            await LeasedAsync(kind);
            await KillOneAsync();
        }

        foreach (var upload in uploads)
        {
            await Until.TrueAsync(async () => (await _host.JobAsync(upload)).State.HasEnded(), "the job has ended", Patience);
            (await _host.JobAsync(upload)).State.ShouldBe(JobState.Done, string.Join('\n', await _host.LogAsync(upload)));
            (await _host.EventsAsync(upload)).ShouldHaveSingleItem().Type.ShouldBe("media.asset.transcoded");
        }
        await CheckStoreAsync(uploads);
    }

    /// <summary>What the events promise is there, and nothing else.</summary>
    private async Task CheckStoreAsync(List<AssetUploaded> uploads)
    {
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        await _host.Services.GetRequiredService<Janitor>().SweepAsync(default);
        var bytes = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var found in _host.Objects.ListAsync(_host.Bucket, ""))
            bytes[found.Key] = found.Bytes;
        foreach (var upload in uploads)
        {
            var package = Json.Read<MediaPackage>((await _host.JobAsync(upload)).Package!);
            package.Duration.ShouldBe(6, 0.04);
            var own = bytes.Where(o => o.Key.StartsWith(package.Prefix, StringComparison.Ordinal)).ToList();
            own.Sum(o => o.Value).ShouldBe(package.Bytes);
            own.ForEach(o => bytes.Remove(o.Key));
        }
        bytes.ShouldBeEmpty();
    }
}
