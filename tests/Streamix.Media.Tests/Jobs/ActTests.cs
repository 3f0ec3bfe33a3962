using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Storing;
using Streamix.Testing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>What operators do to jobs that are worked on.</summary>
public sealed class ActTests : IAsyncLifetime
{
    private readonly TranscoderHost _host = new() { Slots = 2, Settings = new() { ["Transcoder:MostFailures"] = "1" } };
    private readonly TaskCompletionSource _gate = new();
    private readonly TaskCompletionSource _reached = new();

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _host.Pipeline.Step = (step, token) =>
        {
            if (step != "chunk 1")
                return Task.CompletedTask;
            _reached.TrySetResult();
            return _gate.Task.WaitAsync(token);
        };
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private async Task<HttpResponseMessage> ActAsync(AssetUploaded upload, string act) =>
        await _host.Admin().PostAsJsonAsync($"/transcoding/jobs/{(await _host.JobAsync(upload)).Id}/{act}", new { reason = "A test." });

    private async Task<AssetUploaded> EncodingAsync()
    {
        var upload = await _host.UploadAsync();
        await _reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return upload;
    }

    private Task AtRestAsync(AssetUploaded upload) =>
        Until.TrueAsync(async () => (await _host.TasksAsync(upload)).TrueForAll(t => t.Worker is null), "nobody works on it");

    private Task<List<string>> ActionsAsync() => _host.QueryAsync(db => db.Database.SqlQuery<string>(
        $"SELECT convert_from(body, 'UTF8')::jsonb->>'action' AS \"Value\" FROM outbox WHERE type = 'infra.audit.recorded' ORDER BY position").ToListAsync());

    [Fact]
    public async Task Cancel_WhileEncoding_StopsTheWorkAndTells()
    {
        var upload = await EncodingAsync();
        (await ActAsync(upload, "cancel")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await AtRestAsync(upload);
        (await ActAsync(upload, "cancel")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var (type, body) = (await _host.EventsAsync(upload)).ShouldHaveSingleItem();
        (type, body.GetProperty("outcome").GetString(), body.GetProperty("reason").GetString()).ShouldBe(("media.asset.transcode-ended", "cancelled", "A test."));
        _host.Pipeline.Calls.ShouldNotContain("package");
        (await ActionsAsync()).ShouldBe(["transcoding.cancelled"]);
    }

    [Fact]
    public async Task Retry_Cancelled_GoesOnFromWhatIsDone()
    {
        var upload = await EncodingAsync();
        await Until.TrueAsync(async () => (await _host.TasksAsync(upload)).Count(t => t.IsDone) == 4, "all but one are done");
        await ActAsync(upload, "cancel");
        await AtRestAsync(upload);
        _gate.SetResult();
        (await ActAsync(upload, "retry")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _host.StateAsync(upload, JobState.Done);
        _host.Pipeline.Calls.Where(c => c != "chunk 1").GroupBy(c => c).ShouldAllBe(calls => calls.Count() == 1);
        (await _host.JobAsync(upload)).Run.ShouldBe(2);
        (await _host.EventsAsync(upload)).Select(e => e.Type).ShouldBe(["media.asset.transcode-ended", "media.asset.transcoded"]);
    }

    [Fact]
    public async Task Retry_Failed_StartsWithAFreshCountOfFailures()
    {
        _host.Pipeline.Step = (step, _) => step == "package" ? throw new PipelineException("The packager fell over.") : Task.CompletedTask;
        var upload = await _host.UploadAsync();
        await _host.StateAsync(upload, JobState.Failed);
        _host.Pipeline.Step = (_, _) => Task.CompletedTask;
        (await ActAsync(upload, "retry")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _host.StateAsync(upload, JobState.Done);
        (await _host.TasksAsync(upload)).Single(t => t.Kind == TaskKind.Finish).Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Retry_AfterItsWorkWasCleared_StartsFromTheBegin()
    {
        var upload = await EncodingAsync();
        await ActAsync(upload, "cancel");
        await AtRestAsync(upload);
        _host.Time.Advance(TimeSpan.FromDays(2));
        await _host.Services.GetRequiredService<Janitor>().SweepAsync(default);
        (await _host.KeysAsync()).ShouldBeEmpty();
        _gate.SetResult();
        (await ActAsync(upload, "retry")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _host.StateAsync(upload, JobState.Done);
        _host.Pipeline.Calls.Count(c => c == "probe").ShouldBe(2);
    }

    [Fact]
    public async Task Pause_WhileEncoding_FreesTheWorkersAndKeepsWhatIsDone()
    {
        var upload = await EncodingAsync();
        (await ActAsync(upload, "pause")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await AtRestAsync(upload);
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Paused);
        var other = await _host.UploadAsync();
        _gate.SetResult();
        await _host.StateAsync(other, JobState.Done);
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Paused);

        (await ActAsync(upload, "resume")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _host.StateAsync(upload, JobState.Done);
        (await _host.TasksAsync(upload)).ShouldAllBe(t => t.Failures == 0 && t.Losses == 0);
        (await ActionsAsync()).ShouldBe(["transcoding.paused", "transcoding.resumed"]);
    }

    [Fact]
    public async Task Remove_WhileEncoding_StopsItWithoutAWordAndLeavesNothing()
    {
        var upload = await EncodingAsync();
        await _host.TellAsync<AssetRemoved, DropAsset>(new(upload.AssetId, upload.TitleId, _host.Time.GetUtcNow()));
        await AtRestAsync(upload);
        (await _host.EventsAsync(upload)).ShouldBeEmpty();
        (await ActAsync(upload, "retry")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await _host.TellAsync<AssetUploaded, TakeUpload>(upload);
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Cancelled);
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        await _host.Services.GetRequiredService<Janitor>().SweepAsync(default);
        (await _host.KeysAsync()).ShouldBeEmpty();
    }
}
