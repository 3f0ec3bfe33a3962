using FsCheck;
using FsCheck.Fluent;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Tests.Jobs;

public sealed class JobStateTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private static readonly MediaPackage Package = new("1", "p/", 1, "h", null, "d", null, [], [], [], "poster", null, null, [], 1);

    private static TranscodeJob New(int priority = 5) => new(new(Guid.CreateVersion7(), Guid.CreateVersion7(), AssetKinds.Feature, "film.mp4", 1, false, [], priority, Now), Now);

    [Theory]
    [InlineData("waiting", "running paused cancelled")]
    [InlineData("running", "paused done rejected failed cancelled")]
    [InlineData("paused", "waiting rejected failed cancelled")]
    [InlineData("done", "")]
    [InlineData("rejected", "")]
    [InlineData("failed", "waiting")]
    [InlineData("cancelled", "waiting")]
    public void MayBecome_EachPair_IsAsWritten(string from, string allowed) =>
        Enum.GetValues<JobState>().Where(to => JobStates.Parse(from).MayBecome(to)).ToHashSet()
            .SetEquals(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(JobStates.Parse)).ShouldBeTrue();

    [Fact]
    public void Acts_InAnyOrder_KeepTheJobWhole()
    {
        Func<TranscodeJob, bool>[] acts =
        [
            j => j.Start(Now), j => j.Pause(), j => j.Resume(), j => j.Retry(Now), j => j.Finish(Package, Now), j => j.Reject("damaged", "Broken.", Now),
            j => j.Fail("Fell over.", Now), j => j.Cancel("Enough.", Now), j => j.Prioritise(7),
        ];
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), wishes =>
        {
            var job = New();
            foreach (var act in wishes.Select(w => acts[w % acts.Length]))
            {
                var (before, run) = (job.State, job.Run);
                var changed = act(job);
                (changed || job.State == before).ShouldBeTrue();
                job.State.HasEnded().ShouldBe(job.EndedAt is not null);
                (job.State == JobState.Done).ShouldBe(job.Package is not null);
                (job.State == JobState.Rejected).ShouldBe(job.Code is not null);
                job.Run.ShouldBe(before.HasEnded() && changed ? run + 1 : run);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Retry_RejectedOrDoneOrRemoved_IsRefused()
    {
        var (rejected, done, removed) = (New(), New(), New());
        foreach (var job in (TranscodeJob[])[rejected, done, removed])
            job.Start(Now);
        rejected.Reject("damaged", "Broken.", Now);
        done.Finish(Package, Now);
        removed.Remove(Now);
        (rejected.Retry(Now), done.Retry(Now), removed.Retry(Now)).ShouldBe((false, false, false));
    }

    [Theory]
    [InlineData(-3, 0)]
    [InlineData(4, 4)]
    [InlineData(12, 9)]
    public void Priority_OutOfBounds_IsMoved(int asked, int expected) => New(asked).Priority.ShouldBe(expected);

    [Fact]
    public void Report_GoingBack_KeepsTheFractionAndCounts()
    {
        var job = New();
        job.Report(JobStages.Encoding, 0.6, Now);
        job.Report(JobStages.Encoding, 0.4, Now);
        (job.Fraction, job.Sequence).ShouldBe((0.6, 2));
    }
}
