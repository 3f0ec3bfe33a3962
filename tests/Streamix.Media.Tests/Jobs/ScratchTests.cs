using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Workers;

namespace Streamix.Media.Tests.Jobs;

/// <summary>The local disk: within its limit, and clean before and after.</summary>
public sealed class ScratchTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), $"scratch-{Guid.NewGuid():n}");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Scratch New(long limit = 1000, string? name = null) =>
        new(new(name ?? $"w-{Guid.NewGuid():n}"), Options.Create(new TranscoderOptions { Scratch = _root, ScratchLimit = limit }), NullLogger<Scratch>.Instance);

    [Fact]
    public void Open_BeyondTheLimit_WaitsForOthersToEnd()
    {
        using var scratch = New();
        var first = scratch.Open("a", 600);
        Should.Throw<ScratchFullException>(() => scratch.Open("b", 500)).Never.ShouldBeFalse();
        first.Dispose();
        first.Dispose();
        scratch.Reserved.ShouldBe(0);
        using var second = scratch.Open("b", 500);
        Directory.Exists(second.Path).ShouldBeTrue();
    }

    [Fact]
    public void Open_MoreThanTheLimit_NeverFits()
    {
        using var scratch = New();
        using var some = scratch.Open("a", 1);
        Should.Throw<ScratchFullException>(() => scratch.Open("b", 1001)).Never.ShouldBeTrue();
    }

    [Fact]
    public void Folder_Disposed_IsGoneWithAllInIt()
    {
        using var scratch = New();
        var folder = scratch.Open("a", 10);
        File.WriteAllText(Path.Combine(folder.Sub("b"), "c"), "d");
        folder.Dispose();
        Directory.Exists(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void Start_FoldersOfDeadReplicas_AreDeletedAndThoseOfLivingOnesStay()
    {
        Directory.CreateDirectory(Path.Combine(_root, "dead", "job"));
        File.WriteAllText(Path.Combine(_root, "dead.lock"), "");
        File.WriteAllText(Path.Combine(_root, "dead", "job", "source"), "left by a kill");
        using var living = New();
        var lived = living.Open("a", 10);
        using var next = New();
        using var folder = next.Open("b", 10);
        Directory.Exists(Path.Combine(_root, "dead")).ShouldBeFalse();
        File.Exists(Path.Combine(_root, "dead.lock")).ShouldBeFalse();
        Directory.Exists(lived.Path).ShouldBeTrue();
    }

    [Fact]
    public void End_InOrder_LeavesNothing()
    {
        var scratch = New();
        scratch.Open("a", 10);
        scratch.Dispose();
        Directory.GetFileSystemEntries(_root).ShouldBeEmpty();
    }
}
