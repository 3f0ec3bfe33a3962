using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Streamix.StandIns.Tests.Orchestration.Fakes;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Dcp;

public sealed class ReopenedLinesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task ReadOnce_Broken_GoesOnWhereItBroke()
    {
        string[] log = ["a", "b", "c"];
        var opened = new List<int>();
        var lines = new ReopenedLines(from => Source(log[from..], breaksAfter: opened.Count == 0 ? 2 : null, () => opened.Add(from)), TimeProvider.System);
        (await ReadAsync(lines.ReadOnceAsync(FakeGraph.Deadline()), 3)).ShouldBe(log);
        opened.ShouldBe([0, 2]);
    }

    [Fact]
    public async Task ReadForever_Ended_IsOpenedAgain()
    {
        var lines = new ReopenedLines(_ => Source(["x"], null, () => { }), TimeProvider.System);
        (await ReadAsync(lines.ReadForeverAsync(FakeGraph.Deadline()), 3)).ShouldBe(["x", "x", "x"]);
    }

    [Fact]
    public async Task ReadForever_UnreachableForTooLong_SaysThatItIsGone()
    {
        var lines = new ReopenedLines(_ => Source([], breaksAfter: 0, () => { }), _time);
        var reading = ReadAsync(lines.ReadForeverAsync(FakeGraph.Deadline()), 1);
        await Until.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return reading.IsCompleted;
            },
            "it gives up");
        (await Should.ThrowAsync<ControlPlaneException>(() => reading)).Message.ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task ReadForever_BreaksOftenButComesBack_GoesOn()
    {
        var lines = new ReopenedLines(_ => Source(["x"], breaksAfter: 1, () => { }), _time);
        var reading = ReadAsync(lines.ReadForeverAsync(FakeGraph.Deadline()), 15);
        await Until.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return reading.IsCompleted;
            },
            "it has read everything");
        (await reading).Count.ShouldBe(15);
    }

    private static async Task<List<string>> ReadAsync(IAsyncEnumerable<string> lines, int count)
    {
        var read = new List<string>();
        await foreach (var line in lines)
        {
            read.Add(line);
            if (read.Count == count)
                break;
        }
        return read;
    }

    private static async IAsyncEnumerable<string> Source(string[] lines, int? breaksAfter, Action opened)
    {
        opened();
        for (var i = 0; i < lines.Length && i != breaksAfter; i++)
            yield return lines[i];
        await Task.Yield();
        if (breaksAfter is not null)
            throw new IOException("connection reset");
    }
}
