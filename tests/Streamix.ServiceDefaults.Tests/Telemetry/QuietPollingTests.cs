using System.Diagnostics;
using Shouldly;
using Streamix.ServiceDefaults.Telemetry;
using Xunit;

namespace Streamix.ServiceDefaults.Tests.Telemetry;

public sealed class QuietPollingTests
{
    [Theory]
    [InlineData("Npgsql", false, false)]
    [InlineData("Npgsql", true, true)]
    [InlineData("Streamix.Messaging", false, true)]
    public void Span_OfThisSource_IsToldUnlessItIsALonelyCommand(string source, bool belongs, bool told)
    {
        using var sources = new ActivitySource(source);
        using var listener = new ActivityListener { ShouldListenTo = s => ReferenceEquals(s, sources), Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        var parent = belongs ? new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded) : default;
        Activity.Current = null;

        var span = sources.StartActivity("command", ActivityKind.Client, parent)!;
        span.Stop();
        new QuietPolling().OnEnd(span);

        span.Recorded.ShouldBe(told);
    }
}
