namespace Streamix.Media.Transcoder.Pipeline;

/// <summary>A tool failed, was stopped by a limit, or made something else than was ordered.</summary>
internal sealed class PipelineException(string message, Exception? inner = null) : Exception(message, inner);
