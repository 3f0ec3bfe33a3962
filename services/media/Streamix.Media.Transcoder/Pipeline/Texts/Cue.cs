namespace Streamix.Media.Transcoder.Pipeline.Texts;

/// <summary>A line on the screen.</summary>
/// <param name="From">Seconds.</param>
/// <param name="To">Seconds, after <paramref name="From"/>.</param>
/// <param name="Settings">As WebVTT writes them behind the times.</param>
/// <param name="Text">One or more lines, none of them empty.</param>
internal sealed record Cue(double From, double To, string Settings, string Text);
