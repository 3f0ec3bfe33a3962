using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Storing;
using Streamix.Testing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Workers that die, or are taken for dead; several replicas on one database, bucket and disk.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private static readonly TimeSpan BeyondLease = TimeSpan.FromSeconds(31);
    private readonly TranscoderHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    /// <summary>Of a killed process nothing is left but a lease that nobody renews.</summary>
    [Theory]
    [InlineData("Preparation")]
    [InlineData("Audio en-stereo")]
    [InlineData("Chunk 1")]
    [InlineData("Finish")]
    public async Task Worker_DiesOverATask_AnotherGoesOnFromWhatIsFinished(string over)
    {
        var upload = await _host.UploadAsync();
        while (await NextAsync() != over)
            await _host.WorkAsync();
        await _host.TakeAsync("dead");
        await _host.WorkAllAsync();
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Running);

        var before = _host.Pipeline.Calls.Count;
        _host.Time.Advance(BeyondLease);
        await _host.WorkAllAsync();
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Done);
        (await _host.EventsAsync(upload)).Count.ShouldBe(1);
        _host.Pipeline.Calls.GroupBy(c => c).ShouldAllBe(calls => calls.Count() == 1);
        _host.Pipeline.Calls.Count.ShouldBeGreaterThan(before);
        (await _host.TasksAsync(upload)).Single(t => t.Name == over).Losses.ShouldBe(1);
    }

    private async Task<string?> NextAsync() => await _host.QueryAsync(db => db.Tasks.Where(t => t.DoneAt == null && t.Worker == null)
        .OrderBy(t => t.Kind).ThenBy(t => t.Number).Select(t => t.Name).FirstOrDefaultAsync());

    [Fact]
    public async Task Task_ThatTakesEveryWorkerDown_EndsTheJob()
    {
        await using var host = new TranscoderHost { Settings = new() { ["Transcoder:MostLosses"] = "2" } };
        await host.InitializeAsync();
        var upload = await host.UploadAsync();
        for (var i = 0; i < 3; i++)
        {
            await host.TakeAsync($"dead-{i}");
            host.Time.Advance(BeyondLease);
        }
        await host.WorkAllAsync();
        (await host.JobAsync(upload)).State.ShouldBe(JobState.Failed);
        host.Pipeline.Calls.ShouldBeEmpty();
    }

    /// <summary>The first replica neither renews nor knows; it finishes its work long after another has done it again.</summary>
    [Theory]
    [InlineData("chunk 1")]
    [InlineData("package")]
    public async Task Zombie_FinishingLate_ChangesNothing(string late)
    {
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var zombie = _host.Replica(slots: 1, pipeline => pipeline.Step = async (step, _) =>
        {
            if (step != late)
                return;
            reached.TrySetResult();
            await gate.Task;
        }, new() { ["Transcoder:Heartbeat"] = "1.00:00:00" });
        var upload = await _host.UploadAsync();
        await zombie.StartAsync();
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));

        _host.Time.Advance(BeyondLease);
        await _host.WorkAllAsync("healthy");
        var committed = (await _host.JobAsync(upload)).PackageVersion;
        committed.ShouldNotBeNull();
        gate.SetResult();
        var next = await _host.UploadAsync();
        await _host.StateAsync(next, JobState.Done); // by the zombie's one slot, so its late work is over

        zombie.Pipeline.Calls.Count(c => c == late).ShouldBe(2);
        (await _host.JobAsync(upload)).PackageVersion.ShouldBe(committed);
        (await _host.EventsAsync(upload)).Count.ShouldBe(1);
        (await _host.TasksAsync(upload)).ShouldAllBe(t => t.IsDone && t.Failures == 0);
    }

    [Fact]
    public async Task ThreeReplicas_ManyJobs_EachIsFinishedOnce()
    {
        List<AssetUploaded> uploads = [];
        for (var i = 0; i < 12; i++)
            uploads.Add(await _host.UploadAsync(priority: i % 3));
        var (missing, everybody) = (3, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        TranscoderHost[] replicas = [Replica(), Replica(), Replica()];
        foreach (var replica in replicas)
            await replica.StartAsync();
        foreach (var upload in uploads)
            await _host.StateAsync(upload, JobState.Done);
        foreach (var replica in replicas)
            await ((IAsyncLifetime)replica).DisposeAsync();

        replicas.Sum(r => r.Pipeline.Calls.Count(c => c == "package")).ShouldBe(12);
        replicas.ShouldAllBe(r => r.Pipeline.Calls.Any(c => c.StartsWith("chunk")));
        foreach (var upload in uploads)
            (await _host.EventsAsync(upload)).Count.ShouldBe(1);
        Directory.GetFileSystemEntries(_host.ScratchRoot).ShouldBeEmpty();

        // However late one starts, the chunks wait until each is at one.
        TranscoderHost Replica()
        {
            var first = 1;
            return _host.Replica(slots: 2, pipeline => pipeline.Step = (step, token) =>
            {
                if (!step.StartsWith("chunk", StringComparison.Ordinal))
                    return Task.CompletedTask;
                if (Interlocked.Exchange(ref first, 0) == 1 && Interlocked.Decrement(ref missing) == 0)
                    everybody.SetResult();
                return everybody.Task.WaitAsync(token);
            });
        }
    }

    [Fact]
    public async Task Replica_StoppedInOrder_GivesItsTasksBackAtOnce()
    {
        var reached = new TaskCompletionSource();
        await using var leaving = _host.Replica(slots: 1, pipeline => pipeline.Step = (step, token) =>
        {
            if (step != "chunk 0")
                return Task.CompletedTask;
            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        var upload = await _host.UploadAsync();
        await leaving.StartAsync();
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await ((IAsyncLifetime)leaving).DisposeAsync();
        await _host.WorkAllAsync();
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Done);
        (await _host.TasksAsync(upload)).ShouldAllBe(t => t.Losses == 0 && t.Failures == 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StoredChunk_GoneOrDamaged_IsMadeAgain(bool damaged)
    {
        var upload = await _host.UploadAsync();
        while (!(await _host.TasksAsync(upload)).Exists(t => t.Kind == TaskKind.Finish))
            await _host.WorkAsync();
        var chunk = (await _host.TasksAsync(upload)).Single(t => t.Name == "Chunk 1");
        var file = Json.Read<WorkResult<object>>(chunk.Result!).Files[0];
        await _host.Objects.DeleteAsync(_host.Bucket, file.Key);
        if (damaged)
            await _host.Objects.PutAsync(_host.Bucket, file.Key, new MemoryStream(new byte[file.Bytes]));
        await _host.WorkAllAsync();
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Done);
        _host.Pipeline.Calls.Where(c => c.StartsWith("chunk")).GroupBy(c => c).Select(g => $"{g.Key} x{g.Count()}").ShouldBe(["chunk 0 x1", "chunk 1 x2", "chunk 2 x1"]);
    }
}
