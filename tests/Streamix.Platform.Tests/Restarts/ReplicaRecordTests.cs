using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Streamix.AppHost.Restarts;
using Xunit;

namespace Streamix.Platform.Tests.Restarts;

public sealed class ReplicaRecordTests
{
    private static readonly DateTime Origin = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    private readonly ReplicaRecord _record = new();

    [Fact]
    public void End_WithAFailingExitCode_IsACrashOnce()
    {
        Told(Running(0)).ShouldBeFalse();
        Told(Ended(1)).ShouldBeTrue();
        Told(Ended(1)).ShouldBeFalse();
    }

    [Fact]
    public void End_WithExitCode0OrAfterAPersonStoppedIt_IsNoCrash()
    {
        Told(Running(0)).ShouldBeFalse();
        Told(Ended(1, exitCode: 0)).ShouldBeFalse();
        Told(Running(2)).ShouldBeFalse();
        Told(In(KnownResourceStates.Stopping)).ShouldBeFalse();
        Told(Ended(3)).ShouldBeFalse();
    }

    [Fact]
    public void WaitOfAnotherReplica_ShownOnThisOne_IsNoSecondCrash()
    {
        Told(Running(0)).ShouldBeFalse();
        Told(Ended(1)).ShouldBeTrue();
        Told(In(KnownResourceStates.Waiting)).ShouldBeFalse();
        Told(Ended(1)).ShouldBeFalse();
    }

    [Fact]
    public void StartOfOurs_ThatChangedNothing_IsACrashAgain()
    {
        Told(Running(0)).ShouldBeFalse();
        Told(Ended(1)).ShouldBeTrue();
        _record.Asked();
        Told(Ended(1)).ShouldBeFalse();
        Told(In(KnownResourceStates.Starting)).ShouldBeFalse();
        Told(Ended(1)).ShouldBeTrue();
    }

    [Fact]
    public void FailureToStart_AfterAStartOfOurs_IsACrashOnce()
    {
        Told(Ended(1)).ShouldBeTrue();
        _record.Asked();
        Told(In(KnownResourceStates.Starting)).ShouldBeFalse();
        Told(In(KnownResourceStates.FailedToStart)).ShouldBeTrue();
        Told(In(KnownResourceStates.FailedToStart)).ShouldBeFalse();
        _record.TakeBack().ShouldBeFalse();
    }

    [Fact]
    public void FailureToStart_OfAnothersStart_IsLeftAlone()
    {
        Told(In(KnownResourceStates.Starting)).ShouldBeFalse();
        Told(In(KnownResourceStates.FailedToStart)).ShouldBeFalse();
    }

    [Fact]
    public void Pace_AfterStartsOfOurs_GetsSlower_AndBeginsAnewAfterAPersons()
    {
        for (var at = 0; at < 20; at += 2)
        {
            _record.Asked();
            Told(Running(at)).ShouldBeFalse();
            Told(Ended(at + 1)).ShouldBeTrue();
            _record.Next(TimeSpan.FromSeconds(1));
        }
        _record.Next(TimeSpan.FromSeconds(1)).ShouldBeNull();

        Told(Running(30)).ShouldBeFalse();

        _record.Next(TimeSpan.FromSeconds(1))!.Value.TotalSeconds.ShouldBe(0.5);
    }

    [Fact]
    public void Pace_WhenTheSameRunIsToldAgain_StaysAsItIs()
    {
        _record.Asked();
        Told(Running(0)).ShouldBeFalse();
        _record.Next(TimeSpan.FromSeconds(1));

        Told(Running(0)).ShouldBeFalse();

        _record.Next(TimeSpan.FromSeconds(1))!.Value.TotalSeconds.ShouldBe(1);
    }

    private bool Told(CustomResourceSnapshot snapshot) => _record.HasCrashed(snapshot);

    private static CustomResourceSnapshot In(string state) => new() { ResourceType = "Project", Properties = [], State = state };

    private static CustomResourceSnapshot Running(int at) => In(KnownResourceStates.Running) with { StartTimeStamp = Origin.AddSeconds(at) };

    private static CustomResourceSnapshot Ended(int at, int exitCode = 137) =>
        In(KnownResourceStates.Finished) with { ExitCode = exitCode, StopTimeStamp = Origin.AddSeconds(at) };
}
