using Streamix.Media.Contracts.Assets;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>What a source file holds, after its packets were read to the end.</summary>
/// <param name="Container">As ffprobe names it: <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="Duration">Of the picture, in seconds.</param>
/// <param name="Video">The stream that becomes the title.</param>
/// <param name="Audio">In the order of the file.</param>
/// <param name="Texts">Text tracks that can be converted.</param>
/// <param name="Chapters">As markers of the kind <c>chapter</c>.</param>
/// <param name="Notes">Sentences for people: what is odd about the file and what is done about it.</param>
internal sealed record Probe(
    string Container,
    long Bytes,
    double Duration,
    VideoSource Video,
    IReadOnlyList<AudioSource> Audio,
    IReadOnlyList<TextTrackSource> Texts,
    IReadOnlyList<Marker> Chapters,
    IReadOnlyList<string> Notes);
