using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Polly.Telemetry;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Reports what pipelines do to the log and to the meter "Polly", under Polly's own names.</summary>
internal sealed class PipelineTelemetry : TelemetryListener
{
    private readonly ILogger _logger;
    private readonly Counter<int> _events;
    private readonly Histogram<double> _attempts;
    private readonly Histogram<double> _pipelines;

    public PipelineTelemetry(IMeterFactory meters, ILoggerFactory loggers)
    {
        var meter = meters.Create("Polly");
        _logger = loggers.CreateLogger("Polly");
        _events = meter.CreateCounter<int>("resilience.polly.strategy.events", description: "Tracks the number of resilience events that occurred in resilience strategies.");
        _attempts = meter.CreateHistogram<double>("resilience.polly.strategy.attempt.duration", "ms", "Tracks the duration of execution attempts.");
        _pipelines = meter.CreateHistogram<double>("resilience.polly.pipeline.duration", "ms", "The execution duration of resilience pipelines.");
    }

    public override void Write<TResult, TArgs>(in TelemetryEventArguments<TResult, TArgs> args)
    {
        var (error, result) = args.Outcome is { } outcome ? (outcome.Exception, (object?)outcome.Result) : default;
        Measure(args, error);
        if (Level(args.Event.Severity) is var level && _logger.IsEnabled(level))
            Log.Event(_logger, level, error, args.Event.EventName, args.Source.PipelineName, args.Source.PipelineInstanceName,
                args.Source.StrategyName, args.Context.OperationKey, Describe(result, error));
    }

    private void Measure<TResult, TArgs>(in TelemetryEventArguments<TResult, TArgs> args, Exception? error)
    {
        var tags = new TagList
        {
            { "event.name", args.Event.EventName },
            { "event.severity", args.Event.Severity.ToString() },
            { "pipeline.name", args.Source.PipelineName },
            { "pipeline.instance", args.Source.PipelineInstanceName },
            { "strategy.name", args.Source.StrategyName },
            { "operation.key", args.Context.OperationKey },
            { "exception.type", error?.GetType().FullName },
        };
        switch (args.Arguments)
        {
            case PipelineExecutedArguments executed:
                _pipelines.Record(executed.Duration.TotalMilliseconds, tags);
                break;
            case ExecutionAttemptArguments attempt:
                tags.Add("attempt.number", attempt.AttemptNumber);
                tags.Add("attempt.handled", attempt.Handled);
                _attempts.Record(attempt.Duration.TotalMilliseconds, tags);
                break;
            case PipelineExecutingArguments:
                break;
            default:
                _events.Add(1, tags);
                break;
        }
    }

    private static object? Describe(object? result, Exception? error) =>
        error is not null ? error.Message : result is HttpResponseMessage response ? (int)response.StatusCode : result;

    private static LogLevel Level(ResilienceEventSeverity severity) => severity switch
    {
        ResilienceEventSeverity.Debug => LogLevel.Debug,
        ResilienceEventSeverity.Information => LogLevel.Information,
        ResilienceEventSeverity.Warning => LogLevel.Warning,
        ResilienceEventSeverity.Error => LogLevel.Error,
        ResilienceEventSeverity.Critical => LogLevel.Critical,
        _ => LogLevel.None,
    };
}
