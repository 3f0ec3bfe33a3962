using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Tests.Pipeline;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Storing;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Xunit.Abstractions;

namespace Streamix.Media.Tests.Jobs;

/// <summary>kill -9 of real processes at each stage of real work.</summary>
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly TranscoderHost _host = new();
    private readonly List<TranscoderProcess> _processes = [];
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

    private async Task StartAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(EndToEndTests.RealTools)
        {
            ["ConnectionStrings:media-transcoder-db"] = _host.Database,
            ["ConnectionStrings:objects"] = await ObjectServer.SharedAsync(),
            ["Transcoder:Renditions"] = _host.Bucket,
            ["Transcoder:Scratch"] = _host.ScratchRoot,
            ["Transcoder:Lease"] = "00:00:03",
            ["Transcoder:Heartbeat"] = "00:00:00.200",
            ["Transcoder:Poll"] = "00:00:00.100",
            ["Transcoder:MostLosses"] = "1000",
            ["Auth:Jwks"] = _host.Tokens.Jwks,
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        _processes.Add(TranscoderProcess.Start(_catalog.Urls.Single(), all));
    }

    /// <summary>Kills whoever is at work of this kind; where all of it was done too soon to be seen, the one that has lived longest.</summary>
    private async Task KillAsync(TaskKind kind)
    {
        TranscoderProcess? victim = null;
        await Until.TrueAsync(async () =>
        {
            var workers = await _host.QueryAsync(db => db.Tasks.Where(t => t.Kind == kind && t.Worker != null).Select(t => t.Worker!).ToListAsync());
            victim = _processes.Find(p => workers.Exists(p.Is));
            if (victim is null && await _host.QueryAsync(db => db.Jobs.AllAsync(j => j.EndedAt != null)))
                victim = _processes[0];
            return victim is not null;
        }, $"{kind} is under way", Patience);
        output.WriteLine($"{kind}: number {_processes.IndexOf(victim!)} of {_processes.Count} is killed");
        _processes.Remove(victim!);
        victim!.Dispose();
    }

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
            await KillAsync(kind);
            await StartAsync();
        }

        foreach (var upload in uploads)
        {
            await Until.TrueAsync(async () => (await _host.JobAsync(upload)).State.HasEnded(), "the job has ended", Patience);
            (await _host.JobAsync(upload)).State.ShouldBe(JobState.Done, string.Join('\n', await _host.LogAsync(upload)));
            (await _host.EventsAsync(upload)).ShouldHaveSingleItem().Type.ShouldBe("media.asset.transcoded");
        }
        await CheckStoreAsync(uploads);
    }

    [Fact]
    public async Task Kill9_WhileAToolRunsForEver_EndsItAndLeavesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("endless");
        var endless = Path.Combine(folder.FullName, "ffmpeg");
        await File.WriteAllTextAsync(endless, "#!/bin/sh\nexec ffmpeg -re -stream_loop -1 \"$@\"\n");
        File.SetUnixFileMode(endless, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var upload = await _host.Catalog.UploadAsync(_host.Objects, content: await Films.MakeAsync(seconds: 2));
        await _host.TellAsync<AssetUploaded, TakeUpload>(upload);
        await StartAsync(("Transcoder:Ffmpeg", endless));
        await Until.TrueAsync(() => Running.In(_host.ScratchRoot).Contains("ffmpeg"), "ffmpeg runs", Patience);
        var dead = Directory.GetFileSystemEntries(_host.ScratchRoot);

        await KillAsync(TaskKind.Prepare);
        await Until.TrueAsync(() => Running.In(_host.ScratchRoot).Count == 0, "nothing of it runs any more");

        await StartAsync();
        await Until.TrueAsync(async () => (await _host.JobAsync(upload)).State == JobState.Done, "another one does it", Patience);
        Directory.GetFileSystemEntries(_host.ScratchRoot).Intersect(dead).ShouldBeEmpty();
        folder.Delete(recursive: true);
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
