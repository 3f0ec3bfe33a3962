using Shouldly;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Tests.Transports;

namespace Streamix.Messaging.Tests.Consuming;

[Collection("rabbitmq")]
public sealed class ShutdownTests
{
    [Fact]
    public async Task Handler_that_runs_at_shutdown_Finishes_And_what_waits_comes_again_elsewhere()
    {
        await using var transport = await RabbitUnderTest.StartAsync();
        await using var stage = await Stage.CreateAsync(transport);
        var (began, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var attempts = 0;
        var leaving = await stage.ConsumerAsync(behaviour: new()
        {
            Node = "leaving",
            BeforeAsync = async (_, _, token) =>
            {
                attempts++;
                began.TrySetResult();
                await release.Task.WaitAsync(token);
            },
        });
        await (await stage.PublisherAsync()).StepAsync("a", 3);
        await began.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var stopping = leaving.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        release.SetResult();
        await stopping;
        attempts.ShouldBe(1);
        await stage.AppliedAsync(1, TimeSpan.FromSeconds(1));
        await stage.ConsumerAsync(behaviour: new() { Node = "staying" });
        (await stage.SettleAsync()).ShouldBeClean();
    }

    [Fact]
    public async Task Handler_that_does_not_finish_in_time_Is_cancelled_And_its_event_comes_again()
    {
        await using var transport = await RabbitUnderTest.StartAsync();
        await using var stage = await Stage.CreateAsync(transport, s => s with { More = new Dictionary<string, string> { ["Messaging:DrainTimeout"] = "00:00:00.3" } });
        var began = new TaskCompletionSource();
        var leaving = await stage.ConsumerAsync(behaviour: new()
        {
            BeforeAsync = (_, _, token) =>
            {
                began.TrySetResult();
                return Task.Delay(Timeout.Infinite, token);
            },
        });
        await (await stage.PublisherAsync()).StepAsync("a");
        await began.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await leaving.StopAsync();
        leaving.Log.All.ShouldContain(l => l.Contains("did not finish", StringComparison.Ordinal));
        await stage.ConsumerAsync();
        (await stage.SettleAsync()).ShouldBeClean();
    }
}
