namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>A sound track of a source.</summary>
/// <param name="Stream">Index within the file.</param>
/// <param name="Codec">As ffprobe names it.</param>
/// <param name="Channels">How many.</param>
/// <param name="SampleRate">Hertz.</param>
/// <param name="Language">BCP 47; <c>und</c> when untold.</param>
/// <param name="Role"><c>main</c>, <c>commentary</c> or <c>description</c>.</param>
/// <param name="Default">Marked as the one to play.</param>
internal sealed record AudioSource(int Stream, string Codec, int Channels, int SampleRate, string Language, string Role, bool Default);
