using Shouldly;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Tests.Transports;

namespace Streamix.Messaging.Tests.Kafka;

/// <summary>A client that was paused takes up to a second to fetch again, so who is full for a moment only must not be.</summary>
[Collection("kafka")]
public sealed class FlowTests : IAsyncLifetime
{
    private ITransportUnderTest _transport = null!;
    private Stage _stage = null!;

    public async Task InitializeAsync()
    {
        _transport = await KafkaUnderTest.StartAsync();
        _stage = await Stage.CreateAsync(_transport, s => s with { More = new Dictionary<string, string> { ["Messaging:Prefetch"] = "4" } });
        var publisher = await _stage.PublisherAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(s => publisher.StepAsync($"subject-{s}", 20)));
    }

    public async Task DisposeAsync()
    {
        await _stage.DisposeAsync();
        await _transport.DisposeAsync();
    }

    [Fact]
    public async Task Member_that_is_full_for_moments_Goes_on_at_once()
    {
        await _stage.ConsumerAsync(behaviour: new() { BeforeAsync = (_, _, token) => Task.Delay(5, token) });
        (await _stage.SettleAsync(TimeSpan.FromSeconds(40))).ShouldBeClean();
    }
}
