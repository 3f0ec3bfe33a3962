using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.Http.Resilience;

internal static partial class Log
{
    [LoggerMessage(Message = "Resilience event occurred. EventName: '{EventName}', Source: '{PipelineName}/{PipelineInstance}/{StrategyName}', Operation Key: '{OperationKey}', Result: '{Result}'")]
    public static partial void Event(ILogger logger, LogLevel level, Exception? exception, string eventName, string? pipelineName, string? pipelineInstance,
        string? strategyName, string? operationKey, object? result);
}
