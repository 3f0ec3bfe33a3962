using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Confluent.Kafka;

internal static class Building
{
    public static IProducer<TKey, TValue> Producer<TKey, TValue>(
        IServiceProvider services, KafkaProducerSettings settings, Action<IServiceProvider, ProducerBuilder<TKey, TValue>>? configure)
    {
        Require(settings.Config);
        var logger = Logger(services);
        var builder = new ProducerBuilder<TKey, TValue>(settings.Config);
        configure?.Invoke(services, builder);
        TryLog(logger, () => builder.SetLogHandler((_, message) => Log.Told(logger, Level(message), message.Message)));
        var producer = builder.Build();
        return settings is { DisableTracing: true, DisableMetrics: true }
            ? producer
            : new ObservedProducer<TKey, TValue>(producer, new Telemetry(settings.Config.ClientId, !settings.DisableTracing, !settings.DisableMetrics));
    }

    public static IConsumer<TKey, TValue> Consumer<TKey, TValue>(
        IServiceProvider services, KafkaConsumerSettings settings, Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>? configure)
    {
        Require(settings.Config);
        var logger = Logger(services);
        var builder = new ConsumerBuilder<TKey, TValue>(settings.Config);
        configure?.Invoke(services, builder);
        TryLog(logger, () => builder.SetLogHandler((_, message) => Log.Told(logger, Level(message), message.Message)));
        var consumer = builder.Build();
        return settings is { DisableTracing: true, DisableMetrics: true }
            ? consumer
            : new ObservedConsumer<TKey, TValue>(consumer, settings.Config.GroupId, new Telemetry(settings.Config.ClientId, !settings.DisableTracing, !settings.DisableMetrics));
    }

    private static void Require(ClientConfig config)
    {
        if (string.IsNullOrEmpty(config.BootstrapServers)) throw new InvalidOperationException("No bootstrap servers configured.");
    }

    private static ILogger Logger(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger("Aspire.Confluent.Kafka");

    private static LogLevel Level(LogMessage message) => (LogLevel)message.LevelAs(LogLevelType.MicrosoftExtensionsLogging);

    private static void TryLog(ILogger logger, Action set)
    {
        try
        {
            set();
        }
        catch (InvalidOperationException)
        {
            Log.HandlerTaken(logger);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage("{Text}")]
    public static partial void Told(ILogger logger, LogLevel level, string text);

    [LoggerMessage(LogLevel.Warning, "LogHandler is already set. Skipping... No logs will be written.")]
    public static partial void HandlerTaken(ILogger logger);
}
