using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Streamix.ServiceDefaults.Hosting;
using Streamix.ServiceDefaults.Http;
using Streamix.Testing;
using Xunit;

namespace Streamix.ServiceDefaults.Tests.Hosting;

public sealed class RoundsTests
{
    public static TheoryData<Exception> Failures =>
    [
        new InvalidOperationException("a mistake"),
        new TaskCanceledException("a time-out of its own"),
        new DependencyUnavailableException("auth-session"),
        new NpgsqlException("away", new IOException()),
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Round_ThatFails_IsFollowedByTheNext(Exception failure)
    {
        using Walk walk = new(TimeSpan.FromMilliseconds(5), _ => throw failure);
        await walk.StartAsync(default);
        await Until.TrueAsync(() => walk.Taken >= 3, "three rounds were taken");
        walk.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await walk.StopAsync(default);
    }

    [Fact]
    public async Task Stop_DuringARound_CancelsItAndEndsWithoutAFault()
    {
        using Walk walk = new(TimeSpan.FromMilliseconds(5), stop => Task.Delay(Timeout.Infinite, stop));
        await walk.StartAsync(default);
        await Until.TrueAsync(() => walk.Taken == 1, "a round is on its way");
        await walk.StopAsync(default);
        walk.ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
        walk.Taken.ShouldBe(1);
    }

    [Fact]
    public async Task FirstRound_AtOnce_DoesNotWaitForTheInterval()
    {
        using Walk walk = new(TimeSpan.FromDays(1), _ => Task.CompletedTask, atOnce: true);
        await walk.StartAsync(default);
        await Until.TrueAsync(() => walk.Taken == 1, "the first round was taken");
        await walk.StopAsync(default);
    }

    private sealed class Walk(TimeSpan interval, Func<CancellationToken, Task> round, bool atOnce = false) : Rounds(interval, TimeProvider.System, NullLogger.Instance)
    {
        private int _taken;

        public int Taken => Volatile.Read(ref _taken);

        protected override bool AtOnce => atOnce;

        protected override Task RoundAsync(CancellationToken stoppingToken)
        {
            Interlocked.Increment(ref _taken);
            return round(stoppingToken);
        }
    }
}
