using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Streams as pipes.</summary>
public static class StreamConnection
{
    /// <summary>A duplex pipe over a duplex stream; completing its output flushes what was written.</summary>
    public static IDuplexPipe GetDuplex(Stream stream, PipeOptions? sendPipeOptions, PipeOptions? receivePipeOptions, string? name = null) =>
        new StreamPipe(stream, sendPipeOptions ?? PipeOptions.Default, receivePipeOptions ?? PipeOptions.Default, name);

    /// <summary>A reader of the stream's bytes.</summary>
    public static PipeReader GetReader(Stream stream, PipeOptions? pipeOptions = null, string? name = null) =>
        new StreamPipe(stream, send: null, pipeOptions ?? PipeOptions.Default, name).Input;
}
