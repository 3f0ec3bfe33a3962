namespace Streamix.Media.Transcoder.Storing;

/// <summary>A file of a finished task in the object store, for whichever replica finishes the job.</summary>
/// <param name="Name">Within the folder of the job's work.</param>
/// <param name="Key">Below the bucket; holds the fencing token, so that no late writer replaces it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its checksum, as hexadecimal digits.</param>
internal sealed record WorkFile(string Name, string Key, long Bytes, string Sha256);

/// <summary>What a task has made.</summary>
/// <param name="Value">What the pipeline said of it.</param>
/// <param name="Files">The files.</param>
internal sealed record WorkResult<T>(T Value, IReadOnlyList<WorkFile> Files);

/// <summary>A file of a finished task is gone or not what it was.</summary>
internal sealed class WorkLostException(string key, string how) : Exception($"{key} {how}.");
