using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Reads a video stream to its end without decoding it.</summary>
internal sealed class PacketScan(Ffmpeg ffmpeg, IOptions<PipelineOptions> options)
{
    private const long MostBytes = 512L * 1024 * 1024;

    /// <exception cref="ToolFailure">The file cannot be read to its end.</exception>
    public async Task<List<Packet>> ReadAsync(ToolInput input, int stream, CancellationToken cancellationToken)
    {
        var size = new FileInfo(input.File).Length;
        var time = TimeSpan.FromSeconds(60 + size / (20.0 * 1024 * 1024));
        var limits = new Limits(time, time, options.Value.ProbeMegabytes * 1024L * 1024, MostBytes);
        using var cell = ffmpeg.Open(limits);
        var table = cell.PathOf("packets");
        await ffmpeg.RunAsync(cell, [input], [new(table, $"-map 0:{stream} -c copy -copyts -f framecrc")], cancellationToken);
        return PacketTable.Read(File.ReadLines(table));
    }
}
