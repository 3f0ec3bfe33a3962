namespace Streamix.Media.Transcoder.Jobs;

/// <summary>What a worker does in one go. Within a job tasks are taken in this order: what takes long in one piece comes before what is spread.</summary>
internal enum TaskKind
{
    /// <summary>Fetch, probe and plan; the other tasks follow from it.</summary>
    Prepare,

    /// <summary>Join, add poster and sprites, package, store and announce; once all others are done.</summary>
    Finish,

    /// <summary>One audio track, whole.</summary>
    Audio,

    /// <summary>Captions and subtitles.</summary>
    Texts,

    /// <summary>One stretch of the video, in all renditions.</summary>
    Chunk,
}
