namespace Streamix.LocalS3.Http;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void Failed(ILogger log, Exception error, string requestId);

    [LoggerMessage(2, LogLevel.Error, "Request {RequestId} broke off after its answer had begun")]
    public static partial void Broken(ILogger log, Exception error, string requestId);

    [LoggerMessage(3, LogLevel.Debug, "The client of request {RequestId} went away")]
    public static partial void ClientGone(ILogger log, string requestId);
}
