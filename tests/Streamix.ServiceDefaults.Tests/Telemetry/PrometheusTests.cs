using System.Diagnostics.Metrics;
using Streamix.ServiceDefaults.Telemetry.Prometheus;

namespace Streamix.ServiceDefaults.Tests.Telemetry;

public sealed class PrometheusTests : IDisposable
{
    private readonly Meter _meter = new($"Test.{Guid.NewGuid():n}");
    private readonly MetricsCollector _collector;

    public PrometheusTests() => _collector = new(meter => meter.Name == _meter.Name);

    public void Dispose()
    {
        _collector.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Counter_AddsUpPerLabels()
    {
        var counter = _meter.CreateCounter<long>("notes.written", "{note}", "Notes that were written.");
        counter.Add(2, new KeyValuePair<string, object?>("plan", "free"));
        counter.Add(3, new KeyValuePair<string, object?>("plan", "free"));
        counter.Add(1, new KeyValuePair<string, object?>("plan", "paid"));
        Scrape().ShouldBe(
        [
            "# HELP notes_written_total Notes that were written.",
            "# TYPE notes_written_total counter",
            "notes_written_total{plan=\"free\"} 5",
            "notes_written_total{plan=\"paid\"} 1",
        ]);
    }

    [Fact]
    public void Histogram_CountsCumulativelyWithInclusiveBounds()
    {
        var histogram = _meter.CreateHistogram("wait", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var value in (double[])[0.05, 0.1, 0.5, 7])
            histogram.Record(value);
        Scrape().ShouldBe(
        [
            "# TYPE wait_seconds histogram",
            "wait_seconds_bucket{le=\"0.1\"} 2",
            "wait_seconds_bucket{le=\"1\"} 3",
            "wait_seconds_bucket{le=\"+Inf\"} 4",
            "wait_seconds_sum 7.65",
            "wait_seconds_count 4",
        ]);
    }

    [Fact]
    public void UpDownCounter_IsAGaugeThatFalls()
    {
        var open = _meter.CreateUpDownCounter<int>("connections");
        open.Add(5);
        open.Add(-2);
        Scrape().ShouldBe(["# TYPE connections gauge", "connections 3"]);
    }

    [Fact]
    public void Observed_IsReadAtEachScrapeAndForgottenWhenGone()
    {
        List<Measurement<int>> now = [new(1, new KeyValuePair<string, object?>("q", "a")), new(2, new KeyValuePair<string, object?>("q", "b"))];
        _meter.CreateObservableGauge("queue.length", () => now);
        Scrape().ShouldContain("queue_length{q=\"b\"} 2");
        now = [new(7, new KeyValuePair<string, object?>("q", "a"))];
        Scrape().ShouldBe(["# TYPE queue_length gauge", "queue_length{q=\"a\"} 7"]);
    }

    [Fact]
    public void ObservedTotal_IsTakenAsItIs()
    {
        var total = 10L;
        _meter.CreateObservableCounter("data.sent", () => total, "By");
        Scrape().ShouldContain("data_sent_bytes_total 10");
        total = 15;
        Scrape().ShouldContain("data_sent_bytes_total 15");
    }

    [Fact]
    public void Labels_AreEscapedSortedAndNamedRight()
    {
        _meter.CreateCounter<int>("c").Add(1, new("z.last", "line\nbreak"), new("a-first", "quote\" and \\"), new("9", null));
        Scrape().ShouldContain("""c_total{_9="",a_first="quote\" and \\",z_last="line\nbreak"} 1""");
    }

    [Fact]
    public void Labels_InAnotherOrder_AreTheSameSeries()
    {
        var counter = _meter.CreateCounter<int>("c");
        counter.Add(1, new("a", "1"), new("b", "2"));
        counter.Add(1, new("b", "2"), new("a", "1"));
        Scrape().ShouldContain("c_total{a=\"1\",b=\"2\"} 2");
    }

    [Fact]
    public void Labels_WithoutBound_EndInOneOverflowSeries()
    {
        var counter = _meter.CreateCounter<int>("c");
        for (var i = 0; i < 3000; i++)
            counter.Add(1, new KeyValuePair<string, object?>("user", i));
        var lines = Scrape();
        lines.Count.ShouldBeLessThan(InstrumentSeries.MostSeries + 10);
        lines.ShouldContain($"c_total{{otel_metric_overflow=\"true\"}} {3000 - InstrumentSeries.MostSeries}");
    }

    [Fact]
    public async Task Counter_FromManyThreads_LosesNothing()
    {
        var counter = _meter.CreateCounter<int>("c");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
                counter.Add(1, new KeyValuePair<string, object?>("k", i % 3));
        })));
        Scrape().Where(l => l.StartsWith("c_total")).Sum(l => int.Parse(l.Split(' ')[1])).ShouldBe(80_000);
    }

    private List<string> Scrape() => [.. _collector.Scrape().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
