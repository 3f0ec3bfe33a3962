using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Queue;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Who may write.</summary>
public sealed class LeaseTests : IAsyncLifetime
{
    private static readonly TimeSpan BeyondLease = TimeSpan.FromSeconds(31);
    private readonly TranscoderHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Take_ManyWorkersAtOnce_EachTaskGoesToOne()
    {
        for (var i = 0; i < 30; i++)
            await _host.UploadAsync();
        var taken = new ConcurrentBag<TaskLease>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), async (worker, token) =>
        {
            while (await _host.Queue().TakeAsync($"w{worker}", token) is { } lease)
                taken.Add(lease);
        });
        taken.Select(l => l.Task.Id).ShouldBeUnique();
        taken.Select(l => l.Token).ShouldBeUnique();
        taken.Count.ShouldBe(30);
    }

    [Fact]
    public async Task Take_WhileSomebodyHoldsIt_FindsNothing()
    {
        await _host.UploadAsync();
        await _host.TakeAsync("a");
        (await _host.Queue().TakeAsync("b", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Take_LeaseRanOut_GivesAHigherTokenAndCountsALoss()
    {
        await _host.UploadAsync();
        var first = await _host.TakeAsync("a");
        _host.Time.Advance(BeyondLease);
        var second = await _host.TakeAsync("b");
        second.Token.ShouldBeGreaterThan(first.Token);
        (second.Task.Losses, second.Task.Failures, second.Worker).ShouldBe((1, 0, "b"));
    }

    [Fact]
    public async Task Renew_InTime_KeepsItFromOthers()
    {
        await _host.UploadAsync();
        var lease = await _host.TakeAsync("a");
        for (var i = 0; i < 5; i++)
        {
            _host.Time.Advance(TimeSpan.FromSeconds(20));
            (await _host.Queue().RenewAsync(lease, JobStages.Fetching, 0.1 * i, default)).ShouldBeTrue();
            (await _host.Queue().TakeAsync("b", default)).ShouldBeNull();
        }
    }

    /// <summary>A worker that was given up goes on working: whatever it then writes is refused, and changes nothing.</summary>
    [Theory]
    [InlineData("renew")]
    [InlineData("prepared")]
    [InlineData("done")]
    [InlineData("finished")]
    [InlineData("rejected")]
    [InlineData("failed")]
    [InlineData("gone")]
    [InlineData("release")]
    [InlineData("reopen")]
    public async Task Write_AfterTakeover_IsRefused(string write)
    {
        var upload = await _host.UploadAsync();
        var stale = await _host.TakeAsync("a");
        _host.Time.Advance(BeyondLease);
        var fresh = await _host.TakeAsync("b");

        if (write == "renew")
            (await _host.Queue().RenewAsync(stale, null, 1, default)).ShouldBeFalse();
        else
            await Should.ThrowAsync<LeaseLostException>(() => WriteAsync(stale, write));

        var task = (await _host.TasksAsync(upload)).ShouldHaveSingleItem();
        (task.Token, task.Worker, task.DoneAt, task.Fraction, task.Failures).ShouldBe((fresh.Token, "b", null, 0, 0));
        (await _host.JobAsync(upload)).State.ShouldBe(JobState.Running);
        (await _host.EventsAsync(upload)).ShouldBeEmpty();
    }

    private Task WriteAsync(TaskLease lease, string write) => write switch
    {
        "prepared" => _host.Outcomes().PreparedAsync(lease, "tag", Plans.Plan(Plans.Probe(2)), false, default),
        "done" => _host.Outcomes().DoneAsync(lease, "{}", default),
        "finished" => _host.Outcomes().FinishedAsync(lease, new("1", "p/", 1, "h", null, "d", null, [], [], [], "poster", null, null, [], 1), default),
        "rejected" => _host.Outcomes().RejectedAsync(lease, "damaged", "Broken.", default),
        "failed" => _host.Outcomes().FailedAsync(lease, "It fell over.", true, default),
        "gone" => _host.Outcomes().GoneAsync(lease, default),
        "release" => _host.Outcomes().ReleaseAsync(lease, TimeSpan.Zero, null, default),
        _ => _host.Outcomes().ReopenAsync(lease, [lease.Task.Id], default),
    };

    [Fact]
    public async Task Write_LeaseRanOutButNobodyTookIt_Counts()
    {
        var upload = await _host.UploadAsync();
        var lease = await _host.TakeAsync();
        _host.Time.Advance(BeyondLease);
        await _host.Outcomes().PreparedAsync(lease, "tag", Plans.Plan(Plans.Probe(2)), false, default);
        (await _host.TasksAsync(upload)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Write_Twice_TheSecondIsRefused()
    {
        var upload = await _host.UploadAsync();
        var lease = await _host.TakeAsync();
        await _host.Outcomes().PreparedAsync(lease, "tag", Plans.Plan(Plans.Probe(2)), false, default);
        await Should.ThrowAsync<LeaseLostException>(() => WriteAsync(lease, "prepared"));
        await Should.ThrowAsync<LeaseLostException>(() => WriteAsync(lease, "failed"));
        (await _host.TasksAsync(upload)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task LastTwoParts_DoneAtTheSameMoment_MakeOneFinish()
    {
        for (var round = 0; round < 10; round++)
        {
            var upload = await _host.UploadAsync();
            await _host.Outcomes().PreparedAsync(await _host.TakeAsync(), "tag", Plans.Plan(Plans.Probe(3)), false, default);
            var leases = new List<TaskLease>();
            for (var i = 0; i < 4; i++)
                leases.Add(await _host.TakeAsync($"w{i}"));
            await Task.WhenAll(leases.Select(l => _host.Outcomes().DoneAsync(l, "{}", default)));
            (await _host.TasksAsync(upload)).Count(t => t.Kind == TaskKind.Finish).ShouldBe(1);
            await _host.QueryAsync(db => db.Jobs.Where(j => j.AssetId == upload.AssetId).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Paused)));
        }
    }
}
