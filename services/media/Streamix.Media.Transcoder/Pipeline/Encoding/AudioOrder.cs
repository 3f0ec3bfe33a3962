using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>Encode one audio track.</summary>
/// <param name="File">The source.</param>
/// <param name="Plan">Of the source.</param>
/// <param name="Track">Its name in the plan.</param>
/// <param name="Folder">For the file; made when absent.</param>
internal sealed record AudioOrder(string File, Plan Plan, string Track, string Folder);

/// <summary>An audio track, whole.</summary>
/// <param name="Track">Its name in the plan.</param>
/// <param name="Name">Within the folder, unique within the title.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Loudness">Of the source's track in LUFS; null for silence.</param>
internal sealed record AudioResult(string Track, string Name, long Bytes, double? Loudness);
