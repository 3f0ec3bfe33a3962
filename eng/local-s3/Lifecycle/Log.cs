namespace Streamix.LocalS3.Lifecycle;

internal static partial class Log
{
    [LoggerMessage(40, LogLevel.Information, "Aborted the stale upload {Upload} in {Bucket}")]
    public static partial void Aborted(ILogger log, string upload, string bucket);

    [LoggerMessage(41, LogLevel.Debug, "Lifecycle of {Bucket} was cut short")]
    public static partial void Skipped(ILogger log, Exception error, string bucket);

    [LoggerMessage(42, LogLevel.Error, "A lifecycle pass failed; the next one tries again")]
    public static partial void Failed(ILogger log, Exception error);

    [LoggerMessage(43, LogLevel.Debug, "Lifecycle stopped")]
    public static partial void Stopped(ILogger log);
}
