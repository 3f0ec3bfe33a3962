namespace Streamix.LocalS3.Storage;

internal static partial class Log
{
    [LoggerMessage(20, LogLevel.Information, "Loaded {Buckets} buckets with {Objects} objects, collected {Orphans} orphan blobs")]
    public static partial void Loaded(ILogger log, int buckets, long objects, int orphans);

    [LoggerMessage(21, LogLevel.Error, "The record {Path} cannot be read; no blob is collected")]
    public static partial void Unreadable(ILogger log, Exception error, string path);
}
