using System.Net.ServerSentEvents;
using System.Text.Json;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Progress;

namespace Streamix.Media.Tests.Jobs;

public sealed class ProgressTests : IAsyncLifetime
{
    private static readonly string[] Renditions = ["180p", "1080p"];
    private static readonly TaskProgress Prepared = new(TaskKind.Prepare, 0, 1, null, true);
    private readonly TranscoderHost _host = new() { Slots = 1 };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private static TaskProgress Chunk(double fraction, bool done = false, double weight = 10) => new(TaskKind.Chunk, weight, fraction, null, done);

    [Fact]
    public void Of_NoTaskBegun_IsWaitingAtNothing()
    {
        var progress = JobProgress.Of([], [new(TaskKind.Prepare, 0, 0, null, false)]);
        (progress.Stage, progress.Fraction, progress.Renditions.Count).ShouldBe((JobStages.Waiting, 0, 0));
    }

    [Theory]
    [InlineData(JobStages.Fetching, 0.25, 0.02)]
    [InlineData(JobStages.Probing, 1, 0.08)]
    public void Of_Preparing_IsWhatTheWorkerSays(string step, double fraction, double expected)
    {
        var progress = JobProgress.Of([], [new(TaskKind.Prepare, 0, fraction, step, false)]);
        (progress.Stage, progress.Fraction).ShouldBe((step, expected));
    }

    [Fact]
    public void Of_Encoding_CountsChunksByTheirLength()
    {
        var progress = JobProgress.Of(Renditions, [Prepared, Chunk(0, done: true, weight: 30), Chunk(0.5, weight: 10), new(TaskKind.Audio, 10, 0, null, false)]);
        progress.Stage.ShouldBe(JobStages.Encoding);
        progress.Renditions.Select(r => r.Fraction).ShouldBe([0.875, 0.875]);
        progress.Fraction.ShouldBe(Math.Round(0.08 + 0.84 * 35 / 50, 4));
    }

    [Fact]
    public void Of_Finishing_IsPackagingThenStoring()
    {
        JobProgress.Of(Renditions, [Prepared, Chunk(0, done: true), new(TaskKind.Finish, 0, 0, null, false)]).ShouldSatisfyAllConditions(
            p => p.Stage.ShouldBe(JobStages.Packaging), p => p.Fraction.ShouldBe(0.92));
        JobProgress.Of(Renditions, [Prepared, Chunk(0, done: true), new(TaskKind.Finish, 0, 0.5, JobStages.Storing, false)]).ShouldSatisfyAllConditions(
            p => p.Stage.ShouldBe(JobStages.Storing), p => p.Fraction.ShouldBe(0.96));
    }

    [Fact]
    public async Task Feed_OfARunningJob_ShowsItMovingAndEndsWithIt()
    {
        var gate = new TaskCompletionSource();
        _host.Pipeline.Step = (step, token) => step == "chunk 1" ? gate.Task.WaitAsync(token) : Task.CompletedTask;
        var upload = await _host.UploadAsync();
        using var response = await _host.Admin().GetAsync($"/transcoding/jobs/{(await _host.JobAsync(upload)).Id}/progress", HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        List<(string State, double Fraction)> seen = [];
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            item.EventType.ShouldBe("progress");
            var view = JsonDocument.Parse(item.Data).RootElement;
            seen.Add((view.GetProperty("state").GetString()!, view.GetProperty("fraction").GetDouble()));
            gate.TrySetResult();
        }
        seen.Select(s => s.Fraction).ShouldBe(seen.Select(s => s.Fraction).Order());
        seen[^1].ShouldBe(("done", 1));
        seen.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Feed_OfNoJob_Is404() => await _host.Admin().GetAsync($"/transcoding/jobs/{Guid.CreateVersion7()}/progress").ShouldAnswerAsync(404);
}
