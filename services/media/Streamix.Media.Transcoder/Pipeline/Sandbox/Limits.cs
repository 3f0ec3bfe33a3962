namespace Streamix.Media.Transcoder.Pipeline.Sandbox;

/// <summary>What one run of a tool may take.</summary>
/// <param name="Time">On the clock.</param>
/// <param name="Processor">Of all its threads together.</param>
/// <param name="MemoryBytes">Address space; 0 for no limit, as for tools that reserve far more than they use.</param>
/// <param name="FileBytes">Of each file it writes.</param>
internal sealed record Limits(TimeSpan Time, TimeSpan Processor, long MemoryBytes, long FileBytes);
