using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Transcoder.Pipeline.Texts;

/// <summary>Make WebVTT of the text tracks in a source and of the files beside it.</summary>
/// <param name="File">The source.</param>
/// <param name="Probe">Of the source.</param>
/// <param name="Beside">Caption files; one of a language and kind replaces the source's own.</param>
/// <param name="Folder">For the files; made when absent.</param>
internal sealed record TextOrder(string File, Probe Probe, IReadOnlyList<TextFile> Beside, string Folder);

/// <summary>A caption file.</summary>
/// <param name="File">Its path.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Kind"><c>captions</c>, <c>subtitles</c> or <c>forced</c>.</param>
/// <param name="Format"><c>vtt</c>, <c>srt</c> or <c>ass</c>.</param>
internal sealed record TextFile(string File, string Language, string Kind, string Format);

/// <summary>A text track as WebVTT.</summary>
/// <param name="Track">Unique within the title: <c>en-subtitles</c>.</param>
/// <param name="Name">Within the folder, unique within the title.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Kind"><c>captions</c>, <c>subtitles</c> or <c>forced</c>.</param>
/// <param name="Cues">How many.</param>
internal sealed record TextResult(string Track, string Name, string Language, string Kind, int Cues);
