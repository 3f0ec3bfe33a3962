using Pipelines.Sockets.Unofficial;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Pipelines;

public sealed class SchedulerTests
{
    [Fact]
    public async Task Schedule_Work_RunsOnAThreadOfTheScheduler()
    {
        using var scheduler = new DedicatedThreadPoolPipeScheduler("mine", workerCount: 2);
        var ran = new TaskCompletionSource<string?>();

        scheduler.Schedule(_ => ran.SetResult(Thread.CurrentThread.Name), state: null);

        (await ran.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldNotBeNull().ShouldStartWith("mine");
        await Until.TrueAsync(() => scheduler.TotalServicedByQueue == 1, "the work is counted");
    }

    [Fact]
    public async Task Schedule_QueueIsFull_GoesToTheThreadPool()
    {
        using var scheduler = new DedicatedThreadPoolPipeScheduler("full", workerCount: 1, useThreadPoolQueueLength: 2);
        using var blocked = new ManualResetEventSlim();
        var done = 0;
        scheduler.Schedule(_ => blocked.Wait(), state: null);
        await Until.TrueAsync(() => scheduler.AvailableCount == 0, "the only thread is busy");

        for (var i = 0; i < 10; i++) scheduler.Schedule(_ => Interlocked.Increment(ref done), state: null);

        await Until.TrueAsync(() => Volatile.Read(ref done) >= 8, "the thread pool did what the queue had no room for");
        blocked.Set();
        await Until.TrueAsync(() => Volatile.Read(ref done) == 10, "the queue was emptied");
    }

    [Fact]
    public async Task Schedule_WorkThrows_ThreadGoesOn()
    {
        using var scheduler = new DedicatedThreadPoolPipeScheduler("tough", workerCount: 1);
        var ran = new TaskCompletionSource();

        scheduler.Schedule(_ => throw new InvalidOperationException(), state: null);
        scheduler.Schedule(_ => ran.SetResult(), state: null);

        await ran.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
