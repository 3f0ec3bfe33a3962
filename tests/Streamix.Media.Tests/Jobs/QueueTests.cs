using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Administration;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Tests.Jobs;

/// <summary>What is taken first, and what is not taken at all.</summary>
public sealed class QueueTests : IAsyncLifetime
{
    private readonly TranscoderHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private async Task<List<Guid>> TakenAsync()
    {
        List<Guid> taken = [];
        while (await _host.Queue().TakeAsync("w", default) is { } lease)
            taken.Add(lease.Job.AssetId);
        return taken;
    }

    private async Task<HttpResponseMessage> ActAsync(AssetUploaded upload, string act) =>
        await _host.Admin().PostAsJsonAsync($"/transcoding/jobs/{(await _host.JobAsync(upload)).Id}/{act}", new { reason = "A test." });

    [Fact]
    public async Task Take_ManyJobs_TheMostUrgentThenTheOldestComeFirst()
    {
        List<AssetUploaded> uploads = [];
        foreach (var priority in (int[])[3, 9, 0, 9, 5, 3])
            uploads.Add(await _host.UploadAsync(priority));
        (await TakenAsync()).ShouldBe(((int[])[1, 3, 4, 0, 5, 2]).Select(i => uploads[i].AssetId));
    }

    [Fact]
    public async Task Take_WithinAJob_AudioComesBeforeTheChunksInTheirOrder()
    {
        await _host.UploadAsync();
        await _host.Outcomes().PreparedAsync(await _host.TakeAsync(), "tag", Plans.Plan(Plans.Probe(3)), hasTexts: true, default);
        List<string> names = [];
        while (await _host.Queue().TakeAsync("w", default) is { } lease)
            names.Add(lease.Task.Name);
        names.ShouldBe(["Audio en-stereo", "Texts", "Chunk 0", "Chunk 1", "Chunk 2"]);
    }

    [Fact]
    public async Task Priority_Raised_OvertakesOthers()
    {
        var (first, second) = (await _host.UploadAsync(), await _host.UploadAsync());
        var id = (await _host.JobAsync(second)).Id;
        await _host.Admin().PutAsJsonAsync($"/transcoding/jobs/{id}/priority", new { priority = 8 }).ShouldAnswerAsync(204);
        (await TakenAsync()).ShouldBe([second.AssetId, first.AssetId]);
    }

    [Fact]
    public async Task PausedJob_IsLeftOut_UntilItIsResumed()
    {
        var upload = await _host.UploadAsync();
        (await ActAsync(upload, "pause")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await TakenAsync()).ShouldBeEmpty();
        (await ActAsync(upload, "resume")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await TakenAsync()).ShouldBe([upload.AssetId]);
    }

    [Fact]
    public async Task PausedQueue_BeginsNothing_AndFinishesWhatRuns()
    {
        var upload = await _host.UploadAsync();
        var lease = await _host.TakeAsync();
        await _host.Admin().PostAsJsonAsync("/transcoding/queue/pause", new ActDraft("Maintenance.")).ShouldAnswerAsync(204);
        await _host.Admin().PostAsJsonAsync("/transcoding/queue/pause", new ActDraft()).ShouldAnswerAsync(409);
        await _host.Outcomes().PreparedAsync(lease, "tag", Plans.Plan(Plans.Probe(2)), false, default);
        (await TakenAsync()).ShouldBeEmpty();
        await _host.Admin().PostAsJsonAsync("/transcoding/queue/resume", new ActDraft()).ShouldAnswerAsync(204);
        (await TakenAsync()).Count.ShouldBe(3);
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Running);
    }

    [Fact]
    public async Task Failure_WaitsLongerEachTime()
    {
        await using var patient = new TranscoderHost { Time = new(still: true), Settings = new() { ["Transcoder:FirstRetry"] = "00:00:10" } };
        await patient.InitializeAsync();
        var upload = await patient.UploadAsync();
        List<double> waits = [];
        for (var failure = 1; failure <= 3; failure++)
        {
            await patient.Outcomes().FailedAsync(await patient.TakeAsync(), "It fell over.", false, default);
            var task = (await patient.TasksAsync(upload)).Single();
            waits.Add((task.DueAt - patient.Time.GetUtcNow()).TotalSeconds);
            (await patient.Queue().TakeAsync("w", default)).ShouldBeNull();
            patient.Time.Advance(TimeSpan.FromMinutes(3));
        }
        waits[0].ShouldBeInRange(4, 15);
        waits[1].ShouldBeInRange(9, 30);
        waits[2].ShouldBeInRange(19, 60);
    }
}
