namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>A text track inside a source.</summary>
/// <param name="Stream">Index within the file.</param>
/// <param name="Codec">As ffprobe names it.</param>
/// <param name="Language">BCP 47; <c>und</c> when untold.</param>
/// <param name="Kind"><c>captions</c>, <c>subtitles</c> or <c>forced</c>.</param>
internal sealed record TextTrackSource(int Stream, string Codec, string Language, string Kind);
