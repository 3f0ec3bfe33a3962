using Pipelines.Sockets.Unofficial.Arenas;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Pipelines;

public sealed class ArenaTests
{
    [Fact]
    public void Allocate_SeveralRuns_DoNotOverlap()
    {
        using var arena = new Arena<string?>();
        var first = arena.Allocate(3);
        var second = arena.Allocate(40_000);
        foreach (ref var item in first) item = "a";
        for (var i = 0; i < second.Length; i++) second[i] = "b";

        first.ToArray((in string? x) => x).ShouldBe(["a", "a", "a"]);
        second.ToArray((in string? x) => x).ShouldAllBe(x => x == "b");
    }

    [Fact]
    public void Allocate_AfterReset_IsEmptyAgain()
    {
        using var arena = new Arena<string?>();
        arena.Allocate(10).FirstSpan.Fill("old");
        arena.Reset();

        arena.Allocate(10).ToArray((in string? x) => x).ShouldAllBe(x => x == null);
    }

    [Fact]
    public void Cast_OfAnUntypedRun_IsTheSameRun()
    {
        using var arena = new Arena<int>();
        var run = arena.Allocate(2);
        run[1] = 7;

        run.Untyped().Cast<int>()[1].ShouldBe(7);
        default(Sequence).Cast<int>().IsEmpty.ShouldBeTrue();
    }
}
