using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Queue;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Random histories of one task against the model: whoever takes, renews, gives back, fails or completes it under whichever of its leases, whenever.</summary>
public sealed class FencingPropertyTests : IAsyncLifetime
{
    private readonly TranscoderHost _host = new() { Time = new(still: true), Settings = new() { ["Transcoder:MostFailures"] = "1000", ["Transcoder:FirstRetry"] = "00:00:00", ["Transcoder:LongestRetry"] = "00:00:00" } };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public void Task_InAnyHistory_IsWrittenByTheNewestLeaseOnly()
    {
        var step =
            from act in Gen.Frequency((6, Gen.Constant("take")), (3, Gen.Constant("renew")), (2, Gen.Constant("release")), (2, Gen.Constant("fail")), (1, Gen.Constant("done")))
            from back in Gen.Frequency((4, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Choose(2, 4)))
            from seconds in Gen.Elements(0, 0, 7, 40)
            select new Step(act, back, seconds);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(20), Prop.ForAll(
            step.NonEmptyListOf().Select(s => s.ToList()).ToArbitrary(), steps => Task.Run(() => HoldsAsync(steps)).GetAwaiter().GetResult())); // not on the test's own thread, which waits
    }

    private async Task<bool> HoldsAsync(List<Step> steps)
    {
        await _host.QueryAsync(db => db.Jobs.Where(j => j.State != JobState.Paused).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Paused)));
        var upload = await _host.UploadAsync();
        var (leases, model) = (new List<TaskLease>(), new Model());
        foreach (var step in steps)
        {
            _host.Time.Advance(TimeSpan.FromSeconds(step.Seconds));
            var now = _host.Time.GetUtcNow();
            if (step.Act == "take")
            {
                var lease = await _host.Queue().TakeAsync("w", default);
                (lease is not null).ShouldBe(model.Take(leases.Count, now));
                if (lease is not null)
                    leases.Add(lease);
                continue;
            }
            var index = leases.Count - 1 - step.Back;
            if (index < 0)
                continue;
            (await WritesAsync(leases[index], step.Act)).ShouldBe(model.Write(index, step.Act, now));
        }
        leases.Select(l => l.Token).ShouldBe(leases.Select(l => l.Token).Order());
        (await _host.TasksAsync(upload)).Single(t => t.Kind == TaskKind.Prepare).IsDone.ShouldBe(model.Done);
        return true;
    }

    private async Task<bool> WritesAsync(TaskLease lease, string act)
    {
        try
        {
            switch (act)
            {
                case "renew":
                    return await _host.Queue().RenewAsync(lease, null, 0, default);
                case "release":
                    await _host.Outcomes().ReleaseAsync(lease, TimeSpan.Zero, null, default);
                    return true;
                case "fail":
                    await _host.Outcomes().FailedAsync(lease, "It fell over.", false, default);
                    return true;
                default:
                    await _host.Outcomes().PreparedAsync(lease, "tag", Plans.Plan(Plans.Probe(1)) with { Audio = [], Chunks = [] }, false, default);
                    return true;
            }
        }
        catch (LeaseLostException)
        {
            return false;
        }
    }

    private sealed record Step(string Act, int Back, int Seconds);

    private sealed class Model
    {
        private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
        private int? _holder;
        private DateTimeOffset _until;

        public bool Done { get; private set; }

        public bool Take(int lease, DateTimeOffset now)
        {
            if (Done || _holder is not null && _until > now)
                return false;
            (_holder, _until) = (lease, now + Lease);
            return true;
        }

        public bool Write(int lease, string act, DateTimeOffset now)
        {
            if (Done || _holder != lease)
                return false;
            if (act == "renew")
                _until = now + Lease;
            else
                _holder = null;
            Done = act == "done";
            return true;
        }
    }
}
