using Shouldly;
using Streamix.ServiceDefaults.Messaging.Kafka;

namespace Streamix.Messaging.Tests.Kafka;

public sealed class KafkaFlowTests
{
    private readonly KafkaFlow _flow = new(prefetch: 10);

    [Fact]
    public void Full_member_Pauses_once_and_flows_again_when_half_empty()
    {
        Change(0).ShouldBe(false);
        Change(9).ShouldBeNull();
        Change(10).ShouldBe(true);
        Change(6).ShouldBeNull();
        Change(5).ShouldBe(false);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    [InlineData(0, false)]
    public void Rebalance_of_a_paused_member_Is_followed_by_a_word_to_every_partition(int unsettled, bool pause)
    {
        Change(10).ShouldBe(true);
        _flow.Forget();
        Change(unsettled).ShouldBe(pause);
        Change(unsettled).ShouldBeNull();
    }

    [Fact]
    public void Member_that_stops_receiving_Pauses()
    {
        Change(0).ShouldBe(false);
        _flow.Change(0, receiving: false).ShouldBe(true);
    }

    private bool? Change(int unsettled) => _flow.Change(unsettled, receiving: true);
}
