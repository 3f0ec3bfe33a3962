using System.Diagnostics;
using Streamix.Media.Transcoder.Pipeline.Sandbox;
using Streamix.Testing;

namespace Streamix.Media.Tests.Pipeline;

public sealed class SandboxTests : IDisposable
{
    private const long Gigabyte = 1L << 30;
    private static readonly Limits Ample = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2), 4 * Gigabyte, Gigabyte);
    private readonly string _scratch = Directory.CreateTempSubdirectory("streamix-cells-").FullName;
    private readonly Ffmpeg _ffmpeg;

    public SandboxTests() => _ffmpeg = PipelineHost.Start(("Transcoder:Scratch", _scratch)).GetRequiredService<Ffmpeg>();

    [Fact]
    public async Task Too_much_time_ends_a_run()
    {
        var failure = await Should.ThrowAsync<ToolFailure>(() => RunAsync(Ample with { Time = TimeSpan.FromSeconds(1) }, "-re -stream_loop -1").WaitAsync(TimeSpan.FromMinutes(1)));
        failure.Expired.ShouldBeTrue();
    }

    [Fact]
    public async Task Too_much_memory_ends_a_run() =>
        await Should.ThrowAsync<ToolFailure>(async () => await RunAsync(Ample with { MemoryBytes = 64 * 1024 * 1024 }, ""));

    [Fact]
    public async Task Too_much_output_ends_a_run()
    {
        var output = Path.Combine(_scratch, "large.yuv");
        await Should.ThrowAsync<ToolFailure>(async () => await _ffmpeg.RunAsync(Ample with { FileBytes = 1024 * 1024 }, [ToolInput.Source(await MediaFiles.GetAsync("one-second"))], [new(output, "-map 0:v -f rawvideo")], default));
        new FileInfo(output).Length.ShouldBeLessThanOrEqualTo(1024 * 1024);
    }

    [Fact]
    public async Task Cancellation_kills_the_tool_and_clears_its_cell()
    {
        using var cancel = new CancellationTokenSource();
        var run = RunAsync(Ample, "-re -stream_loop -1", cancel.Token);
        await Until.TrueAsync(() => Running.In(_scratch).Count > 0, "the tool runs");
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run);
        await Until.TrueAsync(() => Running.In(_scratch).Count == 0, "the tool is gone");
        Directory.EnumerateDirectories(_scratch).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tool_ends_with_its_owner_that_is_killed()
    {
        using var cell = new Cell(_scratch, "sleep", Ample, nice: 0);
        using var owner = Process.Start(new ProcessStartInfo("sh", ["-c", "echo owner=$$ >> cell.conf; \"$0\" 600 & wait", Path.Combine(Cell.Tools, "ffmpeg")]) { WorkingDirectory = cell.Folder })!;
        await Until.TrueAsync(() => Running.CommandsIn(_scratch).Contains("sleep 600"), "the tool runs");
        owner.Kill();
        await Until.TrueAsync(() => Running.In(_scratch).Count == 0, "the tool is gone");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/a.mp4")]
    [InlineData("concat:/etc/passwd|/etc/group")]
    public async Task Other_protocols_are_refused(string address)
    {
        var list = Path.Combine(_scratch, "list.ffconcat");
        await File.WriteAllTextAsync(list, $"ffconcat version 1.0\nfile {address}\n");
        var failure = await Should.ThrowAsync<ToolFailure>(async () => await _ffmpeg.RunAsync(Ample, [ToolInput.Own(list, "-f concat -safe 0")], [new("-", "-f null")], default));
        failure.Said.ShouldContain(line => line.Contains("whitelist", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    private async Task<IReadOnlyList<string>> RunAsync(Limits limits, string options, CancellationToken cancellationToken = default) =>
        await _ffmpeg.RunAsync(limits, [ToolInput.Source(await MediaFiles.GetAsync("one-second"), options)], [new("-", "-map 0:v -f null")], cancellationToken);
}
