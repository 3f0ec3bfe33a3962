using Shouldly;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Events;

namespace Streamix.Messaging.Tests.Events;

public sealed class EnvelopeTests
{
    private static readonly Envelope Whole = new(
        Guid.CreateVersion7(), "a.b.c", 3, "subject", new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), "correlation",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "vendor=1");

    [Fact]
    public void Envelope_through_headers_Comes_back_the_same()
    {
        Envelope.TryRead(Message(Whole.ToHeaders()), out var read).ShouldBeTrue();
        read.ShouldBe(Whole);
    }

    [Theory]
    [InlineData(EnvelopeHeaders.Id)]
    [InlineData(EnvelopeHeaders.Version)]
    [InlineData(EnvelopeHeaders.OccurredAt)]
    public void Envelope_without_a_required_part_Is_refused(string header)
    {
        var headers = Whole.ToHeaders();
        headers.Remove(header);
        Envelope.TryRead(Message(headers), out _).ShouldBeFalse();
        headers[header] = "-1x";
        Envelope.TryRead(Message(headers), out _).ShouldBeFalse();
    }

    [Fact]
    public void Subject_partition_Is_the_same_on_every_machine()
    {
        SubjectPartition.Of("subject-1", 16).ShouldBe(5);
        SubjectPartition.Of("ünïcode", 16).ShouldBe(11);
        Enumerable.Range(0, 1000).GroupBy(i => SubjectPartition.Of($"s{i}", 4)).ShouldAllBe(g => g.Count() > 200);
    }

    private static BusMessage Message(Dictionary<string, string> headers) => new("a.b.c", "subject", headers, Array.Empty<byte>());
}
